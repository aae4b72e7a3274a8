"""Sets Python's clock on by a year, in every process that has this folder on its PYTHONPATH."""

import datetime
import time

_YEAR = 366 * 24 * 3600
_time, _time_ns, _gmtime, _localtime = time.time, time.time_ns, time.gmtime, time.localtime


def _now() -> float:
    return _time() + _YEAR


time.time = _now
time.time_ns = lambda: _time_ns() + _YEAR * 10**9
time.gmtime = lambda seconds=None: _gmtime(_now() if seconds is None else seconds)
time.localtime = lambda seconds=None: _localtime(_now() if seconds is None else seconds)
# date.today() and datetime.today() ask time.time(); now() and utcnow() ask the machine.
_Moment = datetime.datetime


class _AnyMoment(type):
    """Takes the moments of the real class for moments too."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _Moment)


class datetime_(_Moment, metaclass=_AnyMoment):  # noqa: N801
    """The class of moments, with another present."""

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> _Moment:
        """The present, a year on."""
        return _Moment.fromtimestamp(_now(), tz)

    @classmethod
    def utcnow(cls) -> _Moment:
        """The present in UTC, a year on."""
        return _Moment.fromtimestamp(_now(), datetime.UTC).replace(tzinfo=None)


datetime.datetime = datetime_
