"""The printed card: a sheet to a session, to take to the track and to write on."""
