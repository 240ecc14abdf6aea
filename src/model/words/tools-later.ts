/** What the tools of a page say when they are used: a file of its own, so that browsers load it only then. */

export const zh = {
  copyByHand: '浏览器不让复制。文字已经选中，请长按它复制，或按 Ctrl+C（Mac 按 ⌘C）。',
  unreachable: '没有取到 Markdown，请直接打开它。',
  replace: '把 {token} 换成',
  fillNote: '只改这一页上看到和复制的代码，不保存，也不发送。',
  group: '分组',
  item: '事项',
  state: '状态',
  done: '完成',
  open: '未完成',
  follow: '再点一次打开',
};

export const en: typeof zh = {
  copyByHand: 'The browser does not allow copying. The text is selected: press Ctrl+C (⌘C on a Mac), or hold it to copy.',
  unreachable: 'The Markdown could not be fetched; please open it instead.',
  replace: 'Replace {token} with',
  fillNote: 'Changes only the code that this page shows and copies; nothing is stored or sent.',
  group: 'Group',
  item: 'Item',
  state: 'State',
  done: 'done',
  open: 'open',
  follow: 'Tap again to open',
};
