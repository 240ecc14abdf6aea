"""用 Python SDK 逐段读取流式输出，并证明内容是分批到达的。"""

import os
import sys
import time

import openai
from openai import OpenAI

client = OpenAI(
    base_url=os.environ.get("ALLTKN_BASE_URL", "https://api.alltkn.com/api/v1"),
    api_key=os.environ.get("ALLTKN_API_KEY") or sys.exit("没有读到令牌：先执行 export ALLTKN_API_KEY=sk-你的令牌"),
)

started = time.monotonic()
arrivals: list[float] = []
finish_reason = None

try:
    with client.chat.completions.create(
        model=os.environ.get("ALLTKN_MODEL", "deepseek-chat"),
        messages=[{"role": "user", "content": "用 200 字介绍一种你熟悉的排序算法。"}],
        stream=True,
    ) as stream:
        for chunk in stream:
            if not chunk.choices:  # 只带用量的最后一段没有 choices
                continue
            choice = chunk.choices[0]
            if choice.delta.content:
                arrivals.append(time.monotonic() - started)
                print(choice.delta.content, end="", flush=True)
            finish_reason = choice.finish_reason or finish_reason
except openai.APIStatusError as error:
    sys.exit(f"{error.status_code} {error.message}")
except openai.APIConnectionError as error:
    # 没连上，或读到一半断开：说出原因，下面再按收到的内容判断。
    print(f"\n连接出错：{error.__cause__ or error}", file=sys.stderr)
except openai.APIError as error:
    sys.exit(f"\n流中途报错：{error.message}")  # 状态码仍是 200，错误写在事件里

print()
if not arrivals:
    sys.exit("没有收到任何文字")
print(
    f"首段 {arrivals[0]:.2f} 秒，末段 {arrivals[-1]:.2f} 秒，"
    f"共 {len(arrivals)} 段，结束原因 {finish_reason}",
    file=sys.stderr,
)
if finish_reason is None:
    sys.exit("没有收到结束原因：连接在中途断开，文本不完整")
