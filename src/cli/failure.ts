/** What to print when something failed: two sentences, never a stack trace for what a user can cause. */
import { withoutStop } from '#lib/text.ts';
import type { Lang, Words } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { UnfinishedError } from '#site/journal.ts';

/** Says why a change could not be looked at, to who goes on watching. A file that went while it was read is a change of its own. */
export function sayInterruption(error: unknown, lang: Lang): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') console.error(explainFailure(error)[lang]);
}

/** The words for a failure. `LEDE_DEBUG` adds the stack of those that are the generator's own fault. `known` is how what was to be changed stands since. */
export function explainFailure(error: unknown, known?: Words): Words {
  if (error instanceof UnfinishedError) return explainFailure(error.cause, error.state);
  if (error instanceof Refusal) return error.words;
  const { code, dest, path = '', message, stack, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  const state = known ?? { zh: '什么都没有改', en: 'nothing was changed' };
  const place = dest || path; // what is made beside the site may be renamed: where it was to go is at fault
  const [file, aFile] = [place || '有个文件', place || 'A file'];
  if (syscall === 'listen') {
    const { port } = error as { port?: number };
    return { zh: `这个用户不能用端口 ${port}。用 --port 选一个 1024 以上的。`, en: `The port ${port} may not be used by this user. Choose one from 1024 on with --port.` };
  }
  if (syscall === 'watch' && (code === 'ENOSPC' || code === 'EMFILE')) {
    return {
      zh: `没法留意 ${path} 这个文件夹：这个用户的程序留意的文件已经到了系统的上限。关掉几个程序，或用 sysctl 调高 fs.inotify.max_user_watches 和 fs.inotify.max_user_instances。`,
      en: `The folder ${path} cannot be watched: programs of this user watch as much as the system lets them. Close some of them, or raise fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl.`,
    };
  }
  if (code === 'ENOENT' && path && /^(?:open|lstat|stat|scandir)$/.test(syscall ?? '') && !process.env['LEDE_DEBUG']) {
    return { zh: `${path} 中途被拿走了；${state.zh}。等没有人改这个文件夹时再运行一次。`, en: `${path} was taken away meanwhile; ${state.en}. Run it again once nobody changes the folder.` };
  }
  switch (code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : code) { // Node says ENOENT where folders are made with those above them and the disk is read-only
    case 'ENOSPC':
      return { zh: `磁盘满了；${state.zh}。腾出一些空间，再生成一次。`, en: `There is no space left on the disk; ${state.en}. Free some space and build again.` };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { zh: `这个用户不能读或写 ${file}；${state.zh}。改它的属主或权限，或换一个文件夹。`, en: `${aFile} may not be written or read by this user; ${state.en}. Change its owner or its mode, or choose another folder.` };
    case 'EEXIST':
    case 'ENOTDIR':
      return { zh: `要放文件夹的地方已经有 ${file}；${state.zh}。把它移开，或换一个文件夹。`, en: `${aFile} stands where a folder has to be; ${state.en}. Move it away, or choose another folder.` };
    case 'ENAMETOOLONG':
      return {
        zh: `${file} 的名字太长，磁盘放不下；${state.zh}。改短些；网站旁边的临时文件和 --compress 还要多占几个字节。`,
        en: `The name of ${aFile} is longer than the disk takes; ${state.en}. Shorten it; some bytes more are needed beside the site, and for --compress.`,
      };
  }
  if (process.env['LEDE_DEBUG']) return { zh: String(stack), en: String(stack) };
  const why = withoutStop(String(message).split('\n')[0]!);
  return {
    zh: `命令出了错，${known?.zh ?? '什么都没有发布'}：${why}。设 LEDE_DEBUG=1 再运行一次，把打印的内容报告给开发者。`,
    en: `The command failed, and ${known?.en ?? 'nothing was published'}: ${why}. Run it again with LEDE_DEBUG=1 and report what it prints.`,
  };
}
