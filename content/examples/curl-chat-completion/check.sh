#!/usr/bin/env bash
# 留证据的一次调用：响应存进文件，打印状态码、耗时和打码后的令牌，
# 只有 HTTP 200 且响应里有 choices 才以 0 退出。
set -euo pipefail
cd "$(dirname "$0")"

: "${ALLTKN_API_KEY:?先执行 export ALLTKN_API_KEY=sk-你的令牌}"
base_url="${ALLTKN_BASE_URL:-https://api.alltkn.com/api/v1}"

case "$ALLTKN_API_KEY" in
  *[!A-Za-z0-9_-]*) echo '令牌里有空格、换行或中文，先重新复制一次' >&2; exit 2 ;;
esac

rm -f response.json

# 请求头从标准输入读，完整令牌不会出现在进程列表里。
read -r status seconds < <(
  printf 'Authorization: Bearer %s\n' "$ALLTKN_API_KEY" |
    curl -sS --connect-timeout 10 --max-time 60 \
      -H @- -H 'Content-Type: application/json' \
      --data @body.json \
      -o response.json -w '%{http_code} %{time_total}\n' \
      "${base_url%/}/chat/completions"
)

if [ "$status" = 000 ]; then
  echo '没有收到 HTTP 响应：先查域名解析、代理和防火墙' >&2
  exit 3
fi

echo "请求地址  ${base_url%/}/chat/completions"
echo "令牌末四位  …${ALLTKN_API_KEY: -4}"
echo "状态码  ${status}"
echo "耗时  ${seconds} 秒"

if [ "$status" = 200 ] && grep -q '"choices"' response.json; then
  echo '结果  通了，完整响应在 response.json'
else
  echo '结果  没通，响应原文如下' >&2
  head -c 600 response.json >&2
  echo >&2
  exit 1
fi
