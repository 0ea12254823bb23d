"""Importing a set of pictures: every row is looked at first, then all or nothing is written."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection

from engage.images.importing.checking import check_pictures
from engage.images.importing.sources import UnusableSource, ZipSource
from engage.images.models import CustomImage, Rendition
from engage.images.services import importing
from engage.images.services.importing import Imported, ImportRefused, import_pictures
from tests.builders import make_root
from tests.images.sets import a_set, png, row, svg, table, unpack, zipped

pytestmark = pytest.mark.django_db


def bring_in(files: dict[str, bytes], name: str = "Animals") -> Imported:
    make_root()
    return import_pictures(source=ZipSource(zipped(files)), name=name, collection=Collection.get_first_root_node())


def messages_of(files: dict[str, bytes]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for problem in check_pictures(source=ZipSource(zipped(files)), name="Animals").problems:
        found.setdefault(problem.line, []).append(problem.message)
    return found


def stored_files() -> set[str]:
    return set(default_storage.listdir("original_images")[1]) if default_storage.exists("original_images") else set()


def test_pictures_come_with_their_words_and_are_found_by_keyword():
    assert bring_in(a_set()) == Imported(new=2, changed=0, same=0)
    dog = CustomImage.objects.get(source_file="pets/big-dog.png")
    assert (dog.title, dog.description, dog.source) == ("Big dog", "Big dog", "Animals")
    assert (dog.licence, dog.credit) == ("CC BY 4.0", "Ann")
    assert (dog.width, dog.height, bool(dog.file_size)) == (8, 8, True)
    assert set(dog.tags.names()) == {"dog", "hound"}
    assert list(CustomImage.objects.all().autocomplete("houn")) == [dog]


def test_the_same_set_again_changes_nothing():
    bring_in(a_set())
    before = set(CustomImage.objects.values_list("pk", "file", "title"))
    assert bring_in(a_set()) == Imported(new=0, changed=0, same=2)
    assert set(CustomImage.objects.values_list("pk", "file", "title")) == before


def test_a_changed_set_brings_its_pictures_up_to_date_and_keeps_who_uses_them(django_capture_on_commit_callbacks):
    bring_in(a_set())
    cat = CustomImage.objects.get(source_file="cat.svg")
    cat.tags.add("ours")
    cat.get_rendition("original")
    old = cat.file.name
    rows = table(row("CAT.svg", keywords="kitten", credit="Bo", rest="Cat,A cat that sits."), row("pets/big-dog.png"))
    with django_capture_on_commit_callbacks(execute=True):
        assert bring_in(a_set(**{"set.csv": rows, "cat.svg": svg(3)})) == Imported(new=0, changed=2, same=0)
    fresh = CustomImage.objects.get(pk=cat.pk)
    assert (fresh.credit, fresh.description) == ("Bo", "A cat that sits.")
    assert b'r="3"' in fresh.file.read()
    assert {"cat", "pet", "kitten", "ours"} == set(fresh.tags.names())
    assert not default_storage.exists(old)
    assert not Rendition.objects.filter(image=cat).exists()
    assert list(CustomImage.objects.all().autocomplete("kitt")) == [fresh]


def test_two_sets_may_have_files_of_one_name():
    bring_in(a_set())
    assert bring_in(a_set(), "Other animals") == Imported(new=2, changed=0, same=0)


def test_one_bad_row_stops_all_of_it_and_leaves_no_file():
    make_root()
    before = stored_files()
    files = a_set(**{"set.csv": table(row("cat.svg"), row("nothing.svg"))})
    with pytest.raises(ImportRefused) as refused:
        bring_in(files)
    assert [(one.line, one.file) for one in refused.value.report.problems] == [(3, "nothing.svg")]
    assert not CustomImage.objects.exists()
    assert stored_files() == before


def test_an_import_that_breaks_half_way_leaves_nothing(monkeypatch):
    make_root()
    before = stored_files()

    def broken(**_arguments):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(importing, "add_keywords", broken)
    with pytest.raises(RuntimeError):
        bring_in(a_set())
    assert not CustomImage.objects.exists()
    assert stored_files() == before


def test_each_row_says_what_is_wrong_with_it():
    rows = table(
        row("missing.svg"),
        row("cat.svg", keywords=""),
        row("cat.svg", credit=""),
        row(""),
        row("words.txt"),
        row("fake.png"),
        row("empty.png"),
        row("cat.svg", licence="x" * 121),
        "",
        row("../cat.svg"),
    )
    files = {"set.csv": rows, "cat.svg": svg(), "words.txt": b"x", "fake.png": b"<html>", "empty.png": b""}
    said = messages_of(files)
    assert "not there" in said[2][0]
    assert "Keywords are missing" in said[3][0]
    assert any("licence and who made" in one for one in said[4])
    assert any("stands in line 3 already" in one for one in said[4])
    assert "name of the file is missing" in said[5][0]
    assert "Only PNG, JPG and SVG" in said[6][0]
    assert said[7] and said[8] == ["This file is empty."]
    assert any("longer than 120 signs" in one for one in said[9])
    assert "not there" in said[11][0]


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("file;keywords;licence;credit\ncat.svg;cat,pet;CC0;Zoë\n".encode("cp1252"), "Cat"),
        ("\ufeffFile,Tags,License,Credit,Title\r\ncat.svg,cat,CC0,Zoë,Kätzchen\r\n".encode(), "Kätzchen"),
    ],
)
def test_the_csv_may_come_from_excel(content, title):
    bring_in({"a/set.csv": content, "a/cat.svg": svg(), "__MACOSX/._set.csv": b"x", "a/.DS_Store": b"x"})
    assert [(image.title, image.credit) for image in CustomImage.objects.all()] == [(title, "Zoë")]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"cat.svg": svg()}, "no CSV"),
        ({"a.csv": b"x", "b.csv": b"x"}, "several CSV"),
        ({"set.csv": b""}, "Missing: file, keywords"),
        ({"set.csv": b"file,keywords\ncat.svg,cat"}, "Missing: licence, credit"),
        ({"set.csv": table()}, "no rows"),
        ({"set.csv": table(*[row("cat.svg")] * 2001)}, "more than 2000 rows"),
        ({"set.csv": table(row("cat.svg")), "../../evil.svg": svg()}, "points out of it"),
        ({"set.csv": table(row("cat.svg")), "/etc/evil.svg": svg()}, "points out of it"),
        ({"set.csv": b"\x00" * (5 * 1024**2 + 1)}, "larger than 5 MB"),
        ({"set.csv": table(), **{f"{number}.svg": b"" for number in range(2501)}}, "more than 2500 files"),
    ],
)
def test_a_zip_file_that_cannot_be_used_says_why(files, words):
    with pytest.raises(UnusableSource, match=words):
        bring_in(files)
    assert not CustomImage.objects.exists()


def test_what_is_no_zip_file_is_refused():
    import io

    for content in (b"", b"not a zip", zipped(a_set()).getvalue()[:-40]):
        with pytest.raises(UnusableSource, match="not a ZIP"):
            ZipSource(io.BytesIO(content))


def test_bombs_are_refused():
    said = messages_of(
        {
            "set.csv": table(row("zeros.png"), row("wide.png"), row("laughs.svg"), row("parts.svg"), row("big.svg")),
            "zeros.png": b"\x00" * (6 * 1024**2),
            "wide.png": png(size=(6000, 6000)),
            "laughs.svg": b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
            + svg().replace(b"</svg>", b"&b;</svg>"),
            "parts.svg": svg().replace(b"</svg>", b"<g/>" * 20_001 + b"</svg>"),
            "big.svg": svg().replace(b"</svg>", b" " * 1024**2 + b"</svg>"),
        }
    )
    assert "larger than 5 MB" in said[2][0]
    assert "too many pixels" in said[3][0]
    assert "entities" in said[4][0]
    assert "too many parts" in said[5][0]
    assert "larger than 1 MB" in said[6][0]


def test_as_many_pictures_more_ask_the_database_hardly_more():
    """Rows are written in batches: 10 times as many pictures are not 10 times as many queries."""

    def queries(count: int) -> int:
        files = {f"{number}.svg": svg(number + 1) for number in range(count)}
        rows = table(*(row(name, keywords=f"word {name}|all") for name in files))
        with CaptureQueriesContext(connection) as captured:
            bring_in({"set.csv": rows, **files}, name=f"Set of {count}")
        return len(captured)

    queries(1)
    few, many = queries(20), queries(200)
    assert many <= few + 10


def test_the_command_imports_a_folder_and_says_what_it_did(tmp_path, capsys):
    make_root()
    folder = unpack(tmp_path / "zoo", a_set())
    call_command("import_pictograms", str(folder), check=True)
    assert not CustomImage.objects.exists()
    call_command("import_pictograms", str(folder))
    call_command("import_pictograms", str(folder), name="My animals")
    said = capsys.readouterr().out
    assert "zoo: 2 new, 0 there already. Nothing was imported." in said
    assert "zoo: 2 new, 0 changed, 0 as they were." in said
    assert set(CustomImage.objects.values_list("source", flat=True)) == {"zoo", "My animals"}


def test_the_command_names_bad_rows_and_imports_nothing(tmp_path, capsys):
    make_root()
    outside = tmp_path / "secret.svg"
    outside.write_bytes(svg())
    folder = unpack(
        tmp_path / "zoo", {"set.csv": table(row("cat.svg"), row("link.svg"), row("../secret.svg")), "cat.svg": svg()}
    )
    (folder / "link.svg").symlink_to(outside)
    with pytest.raises(CommandError, match="2 problems"):
        call_command("import_pictograms", str(folder))
    said = capsys.readouterr().err
    assert "Line 3, link.svg" in said and "Line 4, ../secret.svg" in said
    assert not CustomImage.objects.exists()


@pytest.mark.parametrize("options", [{"folder": "/nowhere"}, {"collection": "Nowhere"}])
def test_the_command_says_what_it_cannot_find(tmp_path, options):
    make_root()
    folder = unpack(tmp_path / "zoo", a_set())
    with pytest.raises(CommandError, match="There is no"):
        call_command("import_pictograms", options.pop("folder", str(folder)), **options)
