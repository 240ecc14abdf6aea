/** Bytes of what is imported, from the disk or from the web, within limits. */
import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '#model/refusal.ts';

export const maxBytes = 10 * 1024 * 1024;
const maxSeconds = 30;

/** Whether `source` is an address, not a path. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(source);
}

/** The text behind an http(s) address. Throws Refusal when it cannot be had in time, or is too large. */
export async function fetchText(address: string): Promise<string> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw new Refusal(`不能从 ${address} 导入：只读 http 和 https 地址。写网页地址，或本机的文件名。`, `${address} cannot be imported: only http and https addresses are read. Write such an address, or the name of a file.`);
  const chunks: Uint8Array[] = [];
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(maxSeconds * 1000), headers: { accept: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5' } });
    if (!response.ok) throw new Refusal(`${address} 回答 ${response.status}，没有内容可导入。在浏览器里打开它，核对地址。`, `${address} answers ${response.status}, so there is nothing to import. Open it in a browser and correct the address.`);
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).byteLength;
      if (size > maxBytes) throw tooLarge(address);
      chunks.push(chunk as Uint8Array);
    }
    return decode(Buffer.concat(chunks), address, /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1]);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const isLate = (error as Error).name === 'TimeoutError';
    throw isLate
      ? new Refusal(`${address} 在 ${maxSeconds} 秒里没有读完。先把它下载成文件，再导入那个文件。`, `${address} could not be read within ${maxSeconds} seconds. Download it, then import the file.`)
      : new Refusal(`连不上 ${address}。核对地址和网络，或先把它下载成文件。`, `${address} cannot be reached. Check the address and the network, or download it first.`);
  }
}

/** The text of a file. Throws Refusal when it is too large or in an unknown encoding. */
export function readFeedFile(path: string): string {
  if (statSync(path).size > maxBytes) throw tooLarge(path);
  return decode(readFileSync(path), path, undefined);
}

/** An XML declaration tells the encoding: older Chinese feeds are GBK. */
function decode(bytes: Uint8Array, name: string, charset: string | undefined): string {
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
  const encoding = declared ?? charset ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${name} 不是完整的 ${encoding} 文本，读不出来。另存为 UTF-8 再导入。`, `${name} is not sound ${encoding} text and cannot be read. Save it as UTF-8, then import it.`);
  }
}

function tooLarge(name: string): Refusal {
  const limit = maxBytes / 1024 / 1024;
  return new Refusal(`${name} 超过 ${limit} MiB，没有导入。分成几份，或让原站每次少给几篇。`, `${name} has more than ${limit} MiB and was not imported. Split it, or have the old site give fewer articles at a time.`);
}
