#!/usr/bin/env bash
# 最短的一次调用：地址、令牌、模型名各出现一次。
set -euo pipefail

: "${ALLTKN_API_KEY:?先执行 export ALLTKN_API_KEY=sk-你的令牌}"

curl -sS https://api.alltkn.com/api/v1/chat/completions \
  -H "Authorization: Bearer ${ALLTKN_API_KEY}" \
  -H 'Content-Type: application/json' \
  -d '{
    "model": "deepseek-chat",
    "messages": [{"role": "user", "content": "只回复两个字：收到"}]
  }'
echo
