"""Sets of pictures to import, as councils have them: a ZIP file or a folder with a CSV."""

import io
import zipfile
from pathlib import Path

from PIL import Image

HEADING = "file,keywords,licence,credit,title,description"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9"><circle r="{}"/></svg>'


def svg(radius: int = 1) -> bytes:
    return SVG.format(radius).encode()


def png(colour: str = "red", size: tuple[int, int] = (8, 8)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


def row(file: str, keywords: str = "cat|pet", licence: str = "CC BY 4.0", credit: str = "Ann", rest: str = ",") -> str:
    return f"{file},{keywords},{licence},{credit},{rest}"


def table(*rows: str, heading: str = HEADING) -> bytes:
    return "\n".join([heading, *rows]).encode()


def zipped(files: dict[str, bytes]) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    file.seek(0)
    file.name = "set.zip"
    return file


def a_set(**more: bytes) -> dict[str, bytes]:
    """Two good pictures, one in a folder, with their CSV."""
    rows = table(row("cat.svg"), row("pets/big-dog.png", keywords="dog; hound"))
    return {"set.csv": rows, "cat.svg": svg(), "pets/big-dog.png": png(), **more}


def unpack(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder
