"""不联网、不要令牌、不真的等待：用假请求证明重试规则按预期工作。"""

from backoff import GaveUp, call_with_retry


class FakeError(Exception):
    def __init__(self, status, headers=None, code=None):
        super().__init__(status)
        self.status_code = status
        self.code = code
        self.response = type("Response", (), {"headers": headers or {}})()


def run(script, **options):
    """按剧本逐次返回或抛错，记下等了哪几次。"""
    steps, waits = list(script), []

    def send():
        step = steps.pop(0)
        if isinstance(step, Exception):
            raise step
        return step

    now = [0.0]

    def sleep(seconds):
        waits.append(seconds)
        now[0] += seconds

    try:
        result = call_with_retry(send, sleep=sleep, clock=lambda: now[0], log=lambda _: None, **options)
    except Exception as error:
        result = error
    return result, waits


result, waits = run([FakeError(429, {"retry-after": "3"}), TimeoutError(), "好"])
assert result == "好" and len(waits) == 2 and 3 <= waits[0] <= 4, (result, waits)
print("通过  429 和超时之后成功，并遵守 Retry-After")

for status in (400, 401, 402, 403, 404):
    result, waits = run([FakeError(status)])
    assert isinstance(result, FakeError) and waits == [], (status, waits)
print("通过  400、401、402、403、404 一次都不重试")

result, waits = run([FakeError(429, code="insufficient_quota")])
assert isinstance(result, FakeError) and waits == []
print("通过  额度用尽的 429 不重试")

result, waits = run([FakeError(503)] * 5)
assert isinstance(result, GaveUp) and len(waits) == 4 and max(waits) <= 8, waits
print("通过  五次都失败就放弃，等待不超过各次上限")

result, waits = run([FakeError(429, {"retry-after": "600"})])
assert isinstance(result, GaveUp) and waits == []
print("通过  要等的时间超过总时限，立刻放弃而不是干等")
