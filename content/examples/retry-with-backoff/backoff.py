"""退避重试的核心，只用标准库，可以单独搬进别的项目。"""

import random
import time
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime

RETRY_STATUS = {408, 429, 500, 502, 503, 504}
NO_RETRY_CODES = {"insufficient_quota"}  # 额度用尽，等多久都不会好


class GaveUp(Exception):
    """重试次数或总时限用完；最后一次的异常在 __cause__ 里。"""


def retry_after_seconds(headers) -> float | None:
    """Retry-After 可以是秒数，也可以是一个 HTTP 日期。"""
    value = (headers or {}).get("retry-after")
    if not value:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=timezone.utc)
    return max(0.0, (when - datetime.now(timezone.utc)).total_seconds())


def wait_before(attempt: int, headers=None, base: float = 1.0, cap: float = 30.0) -> float:
    """第 attempt 次失败后要等几秒（attempt 从 0 数起）。"""
    jitter = random.uniform(0, min(cap, base * 2**attempt))
    asked = retry_after_seconds(headers)
    # 服务端给了时间就至少等那么久，再加一点随机量，免得大家同时回来。
    return jitter if asked is None else asked + random.uniform(0, base)


def call_with_retry(send, *, network_errors=(ConnectionError, TimeoutError),
                    max_attempts=5, budget=120.0,
                    sleep=time.sleep, clock=time.monotonic, log=print):
    """执行 send()，可重试的失败按退避等待，其余异常原样抛出。"""
    started = clock()
    for attempt in range(max_attempts):
        try:
            return send()
        except Exception as error:
            status = getattr(error, "status_code", None)
            retryable = status in RETRY_STATUS or isinstance(error, network_errors)
            if not retryable or getattr(error, "code", None) in NO_RETRY_CODES:
                raise
            headers = getattr(getattr(error, "response", None), "headers", None)
            wait = wait_before(attempt, headers)
            reason = status or type(error).__name__
            if attempt + 1 == max_attempts:
                raise GaveUp(f"{reason}：试了 {max_attempts} 次仍失败") from error
            if clock() - started + wait > budget:
                raise GaveUp(f"{reason}：再等 {wait:.1f} 秒会超过总时限 {budget:.0f} 秒") from error
            log(f"第 {attempt + 1} 次失败（{reason}），{wait:.1f} 秒后重试")
            sleep(wait)
