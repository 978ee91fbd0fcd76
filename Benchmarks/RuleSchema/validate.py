"""Validates documents with a JSON Schema: reads {"schema", "valid", "invalid"}, prints failures.

`valid` and `invalid` map names to documents. Exits with 1 when one is not what it should be.
"""

import json
import sys

import jsonschema


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        job = json.load(file)
    jsonschema.Draft7Validator.check_schema(job["schema"])
    validator = jsonschema.Draft7Validator(job["schema"])
    failures = 0
    for name, document in job["valid"].items():
        for error in list(validator.iter_errors(document))[:3]:
            failures += 1
            path = "/".join(map(str, error.absolute_path))
            print(f"{name}: {path}: {error.message[:300]}")
            for part in (error.context or [])[:4]:
                print(f"    {'/'.join(map(str, part.absolute_path))}: {part.message[:200]}")
    for name, document in job["invalid"].items():
        if validator.is_valid(document):
            failures += 1
            print(f"{name}: accepted")
    print(f"{len(job['valid'])} valid, {len(job['invalid'])} invalid, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
