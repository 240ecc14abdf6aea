"""用 OpenAI 官方 Python SDK 调用 ALLTKN，只改地址、令牌和模型名。"""

import os
import sys

import openai
from openai import OpenAI

BASE_URL = os.environ.get("ALLTKN_BASE_URL", "https://api.alltkn.com/api/v1")
MODEL = os.environ.get("ALLTKN_MODEL", "deepseek-chat")

# 每个状态码对应的第一件事；没列出的按原文处理。
FIRST_CHECK = {
    401: "令牌没有被认出：核对是否完整、有没有多余空格",
    402: "去控制台看余额",
    403: "核对这个令牌所在分组有没有该模型的权限",
    404: "核对 Base URL 和模型调用名",
    429: "请求太密就降低并发再试；原文提到 quota 就去看额度",
}


def read_key() -> str:
    key = os.environ.get("ALLTKN_API_KEY", "").strip()
    if not key:
        sys.exit("没有读到令牌：先执行 export ALLTKN_API_KEY=sk-你的令牌")
    if not key.isascii():
        sys.exit("令牌里有中文：占位符 sk-你的令牌 还没有换成真的令牌")
    return key


def main() -> None:
    client = OpenAI(base_url=BASE_URL, api_key=read_key(), timeout=60.0)
    try:
        reply = client.chat.completions.create(
            model=MODEL,
            messages=[{"role": "user", "content": "用一句话说明什么是 HTTP 状态码。"}],
        )
    except openai.APIStatusError as error:
        hint = FIRST_CHECK.get(error.status_code, "保留原文，按状态码继续查")
        sys.exit(f"{error.status_code} {hint}\n{error.message}")
    except openai.APITimeoutError:
        sys.exit("超时：60 秒内没有等到响应")
    except openai.APIConnectionError as error:
        sys.exit(f"连不上 {BASE_URL}：{error.__cause__ or error}")

    if not hasattr(reply, "choices"):
        sys.exit(f"返回的不是接口响应，Base URL 多半填成了网页地址：{BASE_URL}")

    print(reply.choices[0].message.content)
    print(f"模型 {reply.model}", file=sys.stderr)
    if reply.usage:
        print(
            f"输入 {reply.usage.prompt_tokens}，输出 {reply.usage.completion_tokens} 个 token",
            file=sys.stderr,
        )


if __name__ == "__main__":
    main()
