/**
 * Words that say how something is asked, not what about. They are dropped from queries, never from the index, so
 * that a query of nothing else can still be searched.
 */

/** Chinese ones, cut out of a run of Han characters longest first. */
export const hanStopWords: readonly string[] = (
  '为什么会 为什么不 为什么 怎么回事 是怎么 怎么办 怎么样 怎样才能 怎么才能 怎么 怎样 如何 什么时候 是什么 什么 有什么 是不是 能不能 可不可以 要不要 会不会 有没有 可以吗 可以 应该 应当 ' +
  '请问 麻烦 帮我 帮忙 告诉我 我想 我要 想要 我们的 我们 你们的 你们 我的 你的 他的 自己的 自己 这个 那个 这些 那些 哪个 哪些 哪里 哪儿 在哪 多少 几个 一下 一个 一直 老是 总是 总 明明 到底 ' +
  '需要 还要 还是 就是 但是 因为 所以 如果 然后 之后 以后 之前 以前 时候 里面 里 上面 关于 的话 出现 显示 提示 说 进行 使用 已经 刚刚 刚 ' +
  '的 了 吗 呢 吧 啊 呀 嘛 么 是 在 和 与 或 及 就 都 也 还 又 才 把 被 让 给 对 从 到 去 来 我 你 您 他 它 这 那 哪 啥 咋 请 想 能 会 要 有 没 不 很 太 更 最 用 个 些 种 做 怎 ' +
  '只 先 再 按 却 几 另 该 将 并 等 过 着 地 得 所 其 每 各 某 向 于 为 由 以 比 像 跟 同 件 事 次 条 张 份 位 样 出 一 后 前 中 起 时'
).split(' ');

/** English ones, in the form in which tokens come out of stemming. */
export const latinStopWords: ReadonlySet<string> = new Set(
  ('a an the of for in on at by to from with and or not no is are was be been do doe did can could should would will may i my me we our you your it its this that these those ' +
    'how what when where why which who there here if then than as so but about into out up all any some get got go have ha had please help need want am vs').split(' '),
);
