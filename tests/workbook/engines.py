"""Reckons workbooks again in LibreOffice, Gnumeric and IronCalc, and holds each formula's value to what
it should be. In a folder: NAME.xlsx with spoilt values, and NAME.json with {"sheet": {"B3": value}}."""

import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import ironcalc
import openpyxl

warnings.simplefilter("ignore")

# Without this LibreOffice shows the values that are in the file, and proves nothing.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def of_file(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return lambda sheet, address: book[sheet][address].value


def libreoffice(files, out):
    with tempfile.TemporaryDirectory() as profile:
        user = pathlib.Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(RECALCULATE)
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
        command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=280)
    return {file.stem: of_file(out / file.name) for file in files}


def gnumeric(files, out):
    for file in files:
        command = ["ssconvert", "--recalc", str(file), str(out / file.name)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {file.stem: of_file(out / file.name) for file in files}


def iron(files, _):
    found = {}
    for file in files:
        model = ironcalc.load_from_xlsx(str(file), "en", "UTC")
        model.evaluate()
        names = openpyxl.load_workbook(file, read_only=True).sheetnames
        at = openpyxl.utils.cell.coordinate_from_string
        column = openpyxl.utils.cell.column_index_from_string

        def value(sheet, address, model=model, names=names):
            letters, row = at(address)
            return model.get_cell_value(names.index(sheet), row, column(letters))

        found[file.stem] = value
    return found


def same(expected, found):
    numbers = (int, float)
    truths = isinstance(expected, bool) or isinstance(found, bool)
    if not truths and isinstance(expected, numbers) and isinstance(found, numbers):
        # A cent on a million millions is more than this.
        return abs(expected - found) <= 1e-9 + 1e-14 * abs(expected)
    return expected == found or (expected == "" and found is None)


def main(folder):
    files = sorted(folder.glob("*.xlsx"))
    expected = {file.stem: json.loads(file.with_suffix(".json").read_text()) for file in files}
    wrong = 0
    for engine in (libreoffice, gnumeric, iron):
        out = folder / engine.__name__
        out.mkdir()
        values, count = engine(files, out), 0
        for name, sheets in expected.items():
            for sheet, cells in sheets.items():
                for address, value in cells.items():
                    count += 1
                    found = values[name](sheet, address)
                    if not same(value, found):
                        wrong += 1
                        if wrong <= 20:
                            print(f"{engine.__name__} {name} {sheet}!{address}: {found!r}, not {value!r}")
        print(f"{engine.__name__}: {count} formulas of {len(files)} workbooks")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
