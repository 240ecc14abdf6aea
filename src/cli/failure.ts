/** What to print when something failed: two sentences, never a stack trace for what a user can cause. */
import { withoutStop } from '#lib/text.ts';
import { UnfinishedError } from '#site/journal.ts';
import { BusyError, MountError } from '#site/publish.ts';
import { RoomError } from '#site/room.ts';

/** A failure that a user can put right. The message is two sentences: what is wrong, and what to type instead. */
export class UserError extends Error {}

/** Says why a change could not be looked at, to who goes on watching. A file that went while it was read is a change of its own. */
export function sayInterruption(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') console.error(explainFailure(error));
}

/** The words for a failure. `LEDE_DEBUG` adds the stack of those that are the generator's own fault. `known` is how what was to be changed stands since. */
export function explainFailure(error: unknown, known?: string): string {
  if (error instanceof UnfinishedError) return explainFailure(error.cause, error.message);
  if (error instanceof UserError) return error.message;
  if (error instanceof BusyError) return `Another build is writing to ${error.message} right now. Wait until it ends, or give this one another --out.`;
  if (error instanceof MountError) return `${error.message} is a disk or a volume of its own, and a site comes to its place by rename. Name a folder in it, such as --out ${error.message}/site.`;
  if (error instanceof RoomError) return `${error.message} Give it --memory ${Math.ceil(error.needed / 1e8) * 100}M, or more where entries are long.`;
  const { code, dest, path = '', message, stack, syscall } = error as NodeJS.ErrnoException & { dest?: string };
  const state = known ?? 'nothing was changed';
  const place = dest || path || 'A file'; // what is made beside the site may be renamed: where it was to go is at fault
  if (syscall === 'listen') return `The port ${(error as { port?: number }).port} may not be used by this user. Choose one from 1024 on with --port.`;
  if (syscall === 'watch' && (code === 'ENOSPC' || code === 'EMFILE')) return `The folder ${path} cannot be watched: programs of this user watch as much as the system lets them. Close some of them, or raise fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl.`;
  if (code === 'ENOENT' && path && /^(?:open|lstat|stat|scandir)$/.test(syscall ?? '') && !process.env['LEDE_DEBUG']) return `${path} was taken away meanwhile; ${state}. Run it again once nobody changes the folder.`;
  switch (code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : code) { // Node says ENOENT where folders are made with those above them and the disk is read-only
    case 'ENOSPC':
      return `There is no space left on the disk; ${state}. Free some space and build again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${place} may not be written or read by this user; ${state}. Change its owner or its mode, or choose another folder.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${place} stands where a folder has to be; ${state}. Move it away, or choose another folder.`;
    case 'ENAMETOOLONG':
      return `The name of ${place} is longer than the disk takes; ${state}. Shorten it; some bytes more are needed beside the site, and for --compress.`;
    default:
      return process.env['LEDE_DEBUG'] ? String(stack) : `The command failed, and ${known ?? 'nothing was published'}: ${withoutStop(String(message).split('\n')[0]!)}. Run it again with LEDE_DEBUG=1 and report what it prints.`;
  }
}
