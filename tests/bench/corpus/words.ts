/** The words that sentences of the corpus are made of: the operation of APIs, in many trades and places. */
import type { Random } from './random.ts';

export const places = ['华东', '华南', '华北', '华中', '西南', '西北', '东北', '香港', '新加坡', '东京', '首尔', '大阪', '悉尼', '孟买', '曼谷', '雅加达', '法兰克福', '伦敦', '巴黎', '都柏林', '弗吉尼亚', '俄勒冈', '圣保罗', '多伦多'];
export const trades = ['订单对账', '客服质检', '合同审阅', '课程批改', '病历摘要', '物流追踪', '商品描述', '会议纪要', '舆情监测', '发票识别', '招聘筛选', '代码评审', '理赔初审', '专利检索', '字幕翻译', '工单分派', '库存预测', '选题策划', '招标比对', '地址清洗', '邮件回复', '论文查重', '票据归档', '门店巡检', '食谱推荐', '差旅报销', '法规问答', '设备告警', '语音转写', '海报生成'];
export const systems = ['网关', '调度器', '消费队列', '后台任务', '回调服务', '反向代理', '批处理', '定时任务', '机器人', '小程序', '数据管道', '评测脚本', '缓存层', '审核流', '控制台', '边缘节点', '导出服务', '重试器', '桌面客户端', '命令行工具'];

const lists = {
  place: places,
  trade: trades,
  system: systems,
  team: ['平台组', '值班工程师', '安全负责人', '采购专员', '测试同事', '数据组', '前端小组', '运维轮值', '架构师', '账户管理员', '交付经理', '产品经理'],
  thing: ['请求头', '模型调用名', '密钥分组', '余额', '超时设置', '请求体大小', '连接池', '代理规则', '时钟偏差', '证书链', '流式开关', '输出上限', '并发数', '日志级别', '重试次数', '网络出口', '地址后缀', '字符编码', '会话长度', '缓存键'],
  proof: ['调用日志', '响应原文', '抓包记录', '用量报表', '发布记录', '配置快照', '监控曲线', '变更单', '压测报告', '账单明细', '值班日记', '错误编号', '对照实验', '回放结果'],
  action: ['换一把密钥', '关掉流式', '缩短上下文', '降低并发', '补齐超时', '改回旧地址', '重放失败的请求', '拆成小批', '延长间隔', '固定版本', '清空连接池', '打开详细日志', '停用旧分组', '核对模型列表', '限制重试', '加上请求编号'],
  effect: ['响应被截断', '首字迟迟不来', '同一请求扣了两次费', '连接被重置', '返回空数组', '用量对不上', '排队越来越长', '回调没有到', '中文变成问号', '偶尔拒绝', '整批失败', '日志缺了一段', '字段变成空值', '结果前后不一'],
  code: ['400', '401', '402', '403', '404', '408', '409', '413', '415', '422', '429', '500', '502', '503', '504'],
  param: ['max_tokens', 'temperature', 'stream', 'timeout', 'top_p', 'messages', 'model', 'stop', 'seed', 'response_format', 'tools', 'user', 'retry_after', 'base_url'],
  era: ['上线第一周', '月末结算时', '凌晨低峰', '促销当天', '切换窗口里', '发版之后', '扩容期间', '演练那天', '换证书之后', '旧节点下线前'],
  surname: ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨', '朱', '秦', '许', '何'],
  enPlace: ['Frankfurt', 'Tokyo', 'Singapore', 'Dublin', 'Oregon', 'Mumbai', 'Seoul', 'Sydney', 'Toronto', 'Paris'],
  enThing: ['gateway', 'scheduler', 'callback service', 'batch job', 'export worker', 'review queue', 'proxy', 'edge node', 'retry worker', 'data pipeline'],
  enCheck: ['the request header', 'the call name of the model', 'the key group', 'the balance', 'the timeout', 'the body size', 'the proxy rules', 'the clock', 'the retry limit', 'the address suffix'],
} satisfies Record<string, readonly string[]>;

const numbers: Record<string, readonly [number, number]> = { n: [2, 999], m: [11, 480], ms: [105, 9800], sec: [2, 179], pct: [3, 97], kb: [4, 2048], day: [1, 28], month: [1, 12], hour: [0, 23], small: [2, 9] };

/** The word for `slot`. Throws for a slot that does not exist. */
export function draw(slot: string, random: Random): string {
  if (slot === 'clock') return `${random.int(0, 23)}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
  if (slot === 'request') return `req-${random.int(0x1000, 0xffffff).toString(16)}`;
  const range = numbers[slot];
  if (range) return String(random.int(range[0], range[1]));
  if (!(slot in lists)) throw new Error(`The corpus has no words for {${slot}}.`);
  return random.pick<string>(lists[slot as keyof typeof lists]);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
