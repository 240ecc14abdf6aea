"""把退避重试套在一次真实的聊天请求外面。"""

import os
import sys

import openai
from openai import OpenAI

from backoff import GaveUp, call_with_retry

client = OpenAI(
    base_url=os.environ.get("ALLTKN_BASE_URL", "https://api.alltkn.com/api/v1"),
    api_key=os.environ.get("ALLTKN_API_KEY") or sys.exit("没有读到令牌：先执行 export ALLTKN_API_KEY=sk-你的令牌"),
    timeout=30.0,
    max_retries=0,  # SDK 自带的重试关掉，否则两层相乘
)


def send():
    return client.chat.completions.create(
        model=os.environ.get("ALLTKN_MODEL", "deepseek-chat"),
        messages=[{"role": "user", "content": "只回复两个字：在线"}],
    )


try:
    reply = call_with_retry(
        send,
        network_errors=(openai.APIConnectionError,),  # 超时是它的子类
        log=lambda line: print(line, file=sys.stderr),
    )
except GaveUp as error:
    sys.exit(f"放弃：{error}")
except openai.APIStatusError as error:
    sys.exit(f"{error.status_code} 不该重试，先改请求或账户：{error.message}")

print(reply.choices[0].message.content)
