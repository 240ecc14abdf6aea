/** Where the servers of this machine listen: on the loopback interface, so that nobody else sees an unfinished site. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets `server` listen on `port`, or on the next one that is free; 0 takes any. Gives the port that it is. */
export async function listen(server: Server, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listen(server, (port + 1) % 65_536);
  }
}
