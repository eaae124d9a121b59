"""The forms of the acts of a penalty on the spot, in the order an officer meets them on the scene."""
