"""Recording devices and the station that reads their cards: what a house settles, none of it a term of law."""

from datetime import timedelta

from config.settings.environment import Environment

_ENV = Environment()
STATION_FOLDER = _ENV.station_folder
RECORDING_NAMES = tuple(filter(None, _ENV.recording_names.split("|")))  # empty: the usual ones
STATION_MOST_FILES = 20_000  # of one import
RECORDED_NEAR = timedelta(hours=3)  # an act this near to a recording is what was recorded
RECORDINGS_LATELY = timedelta(weeks=1)  # what a supervisor sees as just arrived
DEVICE_CLOCK_TOLERANCE = timedelta(minutes=1)  # what cameras drift; one that is off by more nobody takes out
DEVICE_OUT_TOO_LONG = timedelta(days=3)  # after that its keeper and whoever has it are reminded
