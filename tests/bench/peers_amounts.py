"""Run one peer over texts, inside its own environment: what it reads, and how fast.

    python peers_amounts.py PEER IN.json OUT.json

IN holds {"speed": [text], "read": [text], "seconds": limit}; OUT gets
{"version", "characters", "seconds", "figures": [[{low, high, currency}]]}.
Only the standard library and the peer are imported: this file runs where the
project is not installed.
"""

import importlib.metadata
import json
import sys
import time
import warnings
from pathlib import Path

# How each peer's own names of currencies translate; "$" is left to the scorer as any dollar.
NAMES = {
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "united states dollar": "USD",
    "dollar": "USD",
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "cent": "USD",
    "pound": "GBP",
}
CENTS = {"cent", "pence", "penny"}


def _figure(low, high, currency):
    return {"low": low, "high": high, "currency": NAMES.get(str(currency).lower(), str(currency))}


def load_duckling():
    """Facebook's Duckling through its Python binding."""
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    locale = duckling.parse_locale("EN_US", duckling.default_locale_lang(duckling.parse_lang("EN")))
    context = duckling.Context(duckling.parse_ref_time(zones, "UTC", 1_700_000_000), locale)
    dims = duckling.parse_dimensions(["amount-of-money"])

    def read(text):
        figures = []
        for hit in duckling.parse(text, context, dims, False):
            value = hit["value"]
            if value["type"] == "interval":
                low, high = value.get("from"), value.get("to")
                unit = _unit((low or high)["unit"])
                if unit == "unknown":
                    continue  # a bare interval, which Duckling offers to any dimension
                figures.append(_figure(low and low["value"], high and high["value"], unit))
            elif value.get("unit"):
                unit = _unit(value["unit"])
                scale = 100 if unit.lower() in CENTS else 1
                if unit != "unknown":
                    figures.append(_figure(value["value"] / scale, value["value"] / scale, unit))
        return figures

    return read


def _unit(unit):
    """Return a unit as Duckling meant it: the binding hands UTF-8 over as Latin-1."""
    try:
        return unit.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return unit


def load_quantulum3():
    """quantulum3 without its optional classifier."""
    from quantulum3 import parser

    def read(text):
        figures = []
        for hit in parser.parse(text):
            if hit.unit.entity.name != "currency":
                continue
            codes = getattr(hit.unit, "currency_code", None) or hit.unit.name
            span = hit.uncertainty or 0
            figures.append(_figure(hit.value - span, hit.value + span, codes))
        return figures

    return read


def load_recognizers():
    """Microsoft's Recognizers-Text."""
    from recognizers_number_with_unit import recognize_currency

    def read(text):
        figures = []
        for hit in recognize_currency(text, "en-us"):
            said = hit.resolution or {}
            if said.get("value") is not None and said.get("unit"):
                scale = 100 if said["unit"].lower() in CENTS else 1
                value = float(said["value"]) / scale
                figures.append(_figure(value, value, said.get("isoCurrency") or said["unit"]))
        return figures

    return read


def load_price_parser():
    """price-parser, which reads one price a string: it is given one sentence."""
    from price_parser import Price

    def read(text):
        price = Price.fromstring(text)
        if price.amount is None or price.currency is None:
            return []
        return [_figure(float(price.amount), float(price.amount), price.currency)]

    return read


PEERS = {
    "Duckling": (load_duckling, "pyduckling-native-phihos"),
    "quantulum3": (load_quantulum3, "quantulum3"),
    "Recognizers-Text": (load_recognizers, "recognizers-text-suite"),
    "price-parser": (load_price_parser, "price-parser"),
}


def safely(read, text):
    """Return what a peer reads; a peer that raises has read nothing, and is counted."""
    try:
        return read(text), 0
    except Exception:
        return [], 1


def main(name, source, target):
    """Time one peer until the limit, then let it read every annotated sentence."""
    warnings.simplefilter("ignore")
    load, package = PEERS[name]
    given = json.loads(Path(source).read_text(encoding="utf-8"))
    read = load()
    safely(read, given["speed"][0][:2000])
    done, failures, start = 0, 0, time.process_time()
    for text in given["speed"]:
        failures += safely(read, text)[1]
        done += len(text)
        if time.process_time() - start > given["seconds"]:
            break
    seconds = time.process_time() - start
    answers = [safely(read, text) for text in given["read"]]
    result = {
        "version": importlib.metadata.version(package),
        "characters": done,
        "seconds": seconds,
        "failures": failures + sum(failed for _, failed in answers),
        "figures": [figures for figures, _ in answers],
    }
    Path(target).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
