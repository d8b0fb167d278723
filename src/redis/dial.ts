import { Redis, type RedisOptions } from 'ioredis';

/** Where a Redis server is, for ioredis and BullMQ: a Unix socket's path, or host and port with what it takes to log in. */
export type RedisAddress = Pick<RedisOptions, 'path' | 'host' | 'port' | 'username' | 'password' | 'db' | 'tls'>;

const ANSWER_MS = 10_000;

/**
 * One connection that does not reconnect, once the server answers PING (a server that is still loading is waited for);
 * or the reason why there is none. `name` is how it appears in `CLIENT LIST`. Never rejects.
 */
export async function dial(address: RedisAddress, name = 'mvm-care'): Promise<Redis | Error> {
  const connection = new Redis({
    ...address,
    connectionName: name,
    lazyConnect: true,
    retryStrategy: () => null,
    commandTimeout: ANSWER_MS,
  });
  let cause: Error | null = null;
  connection.on('error', (error: Error) => {
    cause = error;
  });
  try {
    await connection.connect();
    await connection.ping();
    return connection;
  } catch (error) {
    if (connection.status !== 'end') connection.disconnect(); // on a dead connection it would leave a timer behind
    return cause ?? (error instanceof Error ? error : new Error('no answer'));
  }
}
