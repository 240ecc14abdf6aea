/**
 * What the tools of a page say; `{…}` is filled in. They stand apart from the other words because browsers load them:
 * those of one language only. What is said when a reader has asked for something is in tools-later.ts.
 */

export const zh = {
  copy: '复制',
  copied: '已复制',
  wrap: '换行',
  fill: '填写',
  progress: '{done} / {all} 完成',
  undo: '恢复',
  reset: '重置',
  missing: '没有取到，请刷新页面',
  unsaved: '浏览器不让保存，离开这一页后勾选不会保留。',
};

export const en: typeof zh = {
  copy: 'Copy',
  copied: 'Copied',
  wrap: 'Wrap',
  fill: 'Fill in',
  progress: '{done} of {all} done',
  undo: 'Undo',
  reset: 'Reset',
  missing: 'Not loaded: please reload',
  unsaved: 'The browser does not allow saving: what you tick is lost when you leave this page.',
};
