import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";

/** The port cannot be had; the message says what to do. */
export class PortError extends Error {
  override readonly name = "PortError";
}

/** A server that listens on the loopback addresses alone. */
export interface Listening {
  readonly port: number;
  /** Stops listening, cuts open connections, and resolves when all is closed. */
  close(): Promise<void>;
}

/** Bytes of the first line and the headers together: the Web API takes addresses of 32 kB, node's own limit is 16 kB for all of it. */
const longestHead = 80 * 1024;

const loopback4 = "127.0.0.1";
const loopback6 = "::1";

/** @throws PortError when some program answers on that port of this machine already. */
export async function expectFreePort(port: number): Promise<void> {
  if (port === 0) return;
  const answering = await Promise.all([loopback4, loopback6].map((host) => isAnswering(host, port)));
  if (answering.includes(true)) throw taken(port);
}

/**
 * Listens on 127.0.0.1 and, where the machine has it, on ::1: `*.localhost` may resolve to either.
 *
 * @param port 0: any free one
 * @throws PortError
 */
export async function listen(port: number, listener: RequestListener): Promise<Listening> {
  for (let attempt = 1; ; attempt++) {
    const first = await open(loopback4, port, listener);
    const actual = (first.address() as AddressInfo).port;
    try {
      const second = await open(loopback6, actual, listener);
      return {
        port: actual,
        close: async () => {
          await Promise.all([closeAll(first), closeAll(second)]);
        },
      };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // No IPv6 on this machine.
      if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") return { port: actual, close: () => closeAll(first) };
      await closeAll(first);
      // A free port of IPv4 may be taken in IPv6: another one, then.
      if (port !== 0 || attempt >= 20) throw error;
    }
  }
}

function open(host: string, port: number, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: 65_000, maxHeaderSize: longestHead }, listener);
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port !== 0) reject(taken(port));
      else if (error.code === "EACCES") reject(new PortError(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`));
      else reject(error);
    });
    server.listen({ host, port, exclusive: true, ipv6Only: host === loopback6 }, () => resolve(server));
  });
}

function taken(port: number): PortError {
  return new PortError(
    `Port ${port} is taken: another program listens on it (perhaps a sandbox that is still running). Stop that program, or set the ` +
      `environment variable PORT to another port (0: any free one). Two sandboxes at once need data of their own as well: SANDBOX_DATA names another folder, or ":memory:".`,
  );
}

function isAnswering(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const settle = (result: boolean): void => {
      socket.destroy();
      resolve(result);
    };
    socket.once("connect", () => settle(true));
    socket.once("timeout", () => settle(false));
    socket.once("error", () => settle(false));
  });
}

function closeAll(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
