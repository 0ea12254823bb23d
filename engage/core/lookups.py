"""Reading and writing rows with SQL that is put together once in a process.

For the few queries that every step of the journey makes: Django takes some ten times longer to put such a query
together than a database to answer it. Everything else uses querysets.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def _column(field: models.Field) -> str:
    """The name of a concrete field's column."""
    return str(field.column)


class _Rows(Generic[Row]):
    """What makes a model's rows of what the database gives: all columns, in the model's order."""

    model: type[Row]

    @cached_property
    def _fields(self) -> Sequence[models.Field]:
        return self.model._meta.concrete_fields

    @cached_property
    def _table(self) -> str:
        return connection.ops.quote_name(self.model._meta.db_table)

    @cached_property
    def _columns(self) -> str:
        return ", ".join(connection.ops.quote_name(_column(field)) for field in self._fields)

    @cached_property
    def _converters(self) -> list[tuple[int, list]]:
        """What makes Python's values of the database's, by the place of the column."""
        found = []
        for place, field in enumerate(self._fields):
            column = field.get_col(self.model._meta.db_table)
            converters = connection.ops.get_db_converters(column) + field.get_db_converters(connection)
            if converters:
                found.append((place, [(convert, column) for convert in converters]))
        return found

    def _made(self, values: list) -> Row:
        for place, converters in self._converters:
            for convert, column in converters:
                values[place] = convert(values[place], column, connection)
        return self.model.from_db(connection.alias, [field.attname for field in self._fields], values)


class Lookup(_Rows[Row]):
    """The rows of a model by the values of some columns.

    ``locked`` locks them until the transaction ends, where the database locks single rows.
    """

    def __init__(self, model: type[Row], *columns: str, locked: bool = False) -> None:
        self.model, self.columns, self.locked = model, columns, locked

    @cached_property
    def _from(self) -> str:
        wanted = " AND ".join(f"{connection.ops.quote_name(column)} = %s" for column in self.columns)
        return f"FROM {self._table} WHERE {wanted}"

    @cached_property
    def _sql(self) -> str:
        lock = " FOR UPDATE" if self.locked and connection.features.has_select_for_update else ""
        return f"SELECT {self._columns} {self._from}{lock}"

    def all(self, *values: Any) -> list[Row]:
        """The rows whose columns have these values, in no order. One query."""
        return self._read(self._sql, values)

    def of_each(self, values: Sequence[Any]) -> list[Row]:
        """The rows whose (only) column has one of these values, in no order. One query; none without values."""
        if not values:
            return []
        (column,) = map(connection.ops.quote_name, self.columns)
        one_of = ", ".join(["%s"] * len(values))
        return self._read(f"SELECT {self._columns} FROM {self._table} WHERE {column} IN ({one_of})", values)  # noqa: S608 (names of our models)

    def delete(self, *values: Any) -> None:
        """Delete the rows whose columns have these values, and nothing that points at them. One query."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE {self._from}", values)

    def _read(self, sql: str, values: Sequence[Any]) -> list[Row]:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            rows = cursor.fetchall()
        return [self._made(list(row)) for row in rows]

    def first(self, *values: Any) -> Row | None:
        """One row whose columns have these values, or None. One query."""
        return next(iter(self.all(*values)), None)


class Overwrite(_Rows[Row]):
    """Stores an unsaved row. Where one has the same values in the ``unique`` columns, it only sets ``new``."""

    def __init__(self, model: type[Row], *, unique: tuple[str, ...], new: tuple[str, ...]) -> None:
        self.model, self.unique, self.new = model, unique, new

    @cached_property
    def _set(self) -> list[models.Field]:
        return [field for field in self._fields if not field.primary_key]

    @cached_property
    def _insert(self) -> str:
        return f"INSERT INTO {self._table} ({', '.join(connection.ops.quote_name(_column(one)) for one in self._set)})"

    @cached_property
    def _row(self) -> str:
        return f"({', '.join(['%s'] * len(self._set))})"

    @cached_property
    def _otherwise(self) -> str:
        quote = connection.ops.quote_name
        return (
            f"ON CONFLICT ({', '.join(map(quote, self.unique))}) "
            f"DO UPDATE SET {', '.join(f'{quote(name)} = EXCLUDED.{quote(name)}' for name in self.new)} "
            f"RETURNING {self._columns}"
        )

    def store(self, row: Row) -> Row:
        """Store the row, and give it as it is stored. One query. No signals: nothing in Engage listens to any."""
        return self.store_all([row])[0]

    def store_all(self, rows: Sequence[Row]) -> list[Row]:
        """Store some rows, and give them as they are stored, in no order. One query; none without rows."""
        if not rows:
            return []
        values = [one.get_db_prep_save(one.pre_save(row, True), connection) for row in rows for one in self._set]
        with connection.cursor() as cursor:
            cursor.execute(f"{self._insert} VALUES {', '.join([self._row] * len(rows))} {self._otherwise}", values)
            stored = cursor.fetchall()
        return [self._made(list(row)) for row in stored]


class Change:
    """Sets columns of the rows with certain values in others (``where``)."""

    def __init__(self, model: type[models.Model], *columns: str, where: tuple[str, ...]) -> None:
        self.model, self.columns, self.where = model, columns, where

    @cached_property
    def _fields(self) -> dict[str, models.Field]:
        return {_column(field): field for field in self.model._meta.concrete_fields}

    @cached_property
    def _sql(self) -> str:
        quote = connection.ops.quote_name
        new = ", ".join(f"{quote(name)} = %s" for name in self.columns)
        wanted = " AND ".join(f"{quote(name)} = %s" for name in self.where)
        return f"UPDATE {quote(self.model._meta.db_table)} SET {new} WHERE {wanted}"  # noqa: S608 (names of our models)

    def make(self, values: Mapping[str, Any]) -> int:
        """Set them; ``values`` by column, also of ``where``. Returns how many rows. One query."""
        fields = self._fields
        ready = [fields[name].get_db_prep_save(values[name], connection) for name in (*self.columns, *self.where)]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, ready)
            return int(cursor.rowcount)
