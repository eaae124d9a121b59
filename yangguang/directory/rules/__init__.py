"""Pure rules of bodies, officers and roles."""
