"""What the tool cannot read from the description of the API, and what the description does not say."""

import functools
import os
import zlib

import requests
import schemathesis

WRITES = ("addBaris", "changeBaris")


def number(text):
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


@functools.cache
def kept_row(address):
    """The cells of the first row of a table, which a new row is made after."""
    headers = {"Authorization": "Bearer " + os.environ["SELARAS_TOKEN"]}
    reply = requests.get(address, params={"per_halaman": 1}, headers=headers, timeout=30)
    rows = reply.json()["data"] if reply.ok else []
    return rows[0]["isi"] if rows else {}


@schemathesis.hook
def map_case(context, case):
    """Gives rows the columns of their table.

    One path stands for every table, so the description allows any name in `isi`. Nearly every row would
    be refused for its names, and nothing behind that would ever be reached.
    """
    is_valid = case.meta is not None and case.meta.generation.mode.is_positive
    operation = case.operation.definition.raw.get("operationId")
    if operation not in WRITES or not is_valid or not isinstance(case.body, dict):
        return case
    schemas = case.operation.schema.raw_schema["components"]["schemas"]
    columns = schemas[f"Tabel_{case.path_parameters['tabel']}"]["properties"]
    names = list(columns)
    cells = {}
    for name, cell in case.body["isi"].items():
        column = names[number(name) % len(names)]
        words = columns[column].get("enum")
        cells[column] = words[len(str(cell)) % len(words)] if words else cell
    if operation == "addBaris":
        path = case.operation.path.format(**case.path_parameters)
        row = kept_row(case.operation.base_url.rstrip("/") + path)
        # A key of its own, the same in every run.
        mark = number(repr(sorted(case.body["isi"].items()))) % 100_000
        own = {"id": f"uji-{mark}", "nomor": str(mark), "tahun": str(2030 + mark % 60)}
        cells = {**row, **{name: it for name, it in own.items() if name in columns}, **cells}
    case.body = {**case.body, "isi": cells}
    return case


@schemathesis.check
def every_error_is_a_problem(context, response, case):
    """Errors are RFC 9457, those too that no description lists: 405, and what is nowhere."""
    if response.status_code < 400:
        return
    kind = response.headers.get("content-type", [""])[0]
    assert kind == "application/problem+json", f"{response.status_code} is {kind or 'nothing'}"
    # A reply to HEAD has no body.
    if response.content:
        assert response.json()["status"] == response.status_code


@schemathesis.check
def every_reply_is_guarded(context, response, case):
    """Whatever is answered is no page, and nobody keeps it."""
    for name, value in {"x-content-type-options": "nosniff", "cache-control": "no-store"}.items():
        assert response.headers.get(name, [""])[0] == value, f"{response.status_code} has no {name}: {value}"
