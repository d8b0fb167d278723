import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

/** The port that a bot dials. */
export type Port = { url: string; stop(): Promise<void> };

/** `refusal`: the HTTP status that the next one gets instead of a WebSocket, if any. */
export const openPort = async (taken: (ws: WebSocket) => void, refusal: () => number | undefined): Promise<Port> => {
  const server = createServer((_request, response) => {
    response.statusCode = 404;
    response.end();
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const status = refusal();
    if (status === undefined) {
      sockets.handleUpgrade(request, socket, head, taken);
      return;
    }
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/chat`,
    async stop() {
      for (const ws of sockets.clients) ws.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};
