"""`cleardays doctor` from outside."""


def test_a_prepared_place_has_what_is_needed(place):
    looked = place.run("doctor")

    assert looked.returncode == 0, looked.stdout
    assert "Record store" in looked.stdout
    assert "MISSING" not in looked.stdout


def test_an_unprepared_place_is_told_how_to_get_what_is_missing(new_place):
    looked = new_place().run("doctor")

    assert looked.returncode == 1
    assert "run `cleardays prepare`" in looked.stdout


def test_what_is_optional_may_be_absent(place):
    place.environment["PATH"] = "/nowhere"

    looked = place.run("doctor")

    assert looked.returncode == 0, looked.stdout
    assert "absent   LibreOffice" in looked.stdout
    assert "apt-get install libreoffice-writer-nogui" in looked.stdout


def test_a_wrong_setting_is_named(place):
    place.environment["CLEARDAYS_DEBUG"] = "perhaps"

    looked = place.run("doctor")

    assert looked.returncode == 1
    assert "CLEARDAYS_DEBUG" in looked.stderr
    assert "Traceback" not in looked.stderr
