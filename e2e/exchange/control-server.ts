import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fields } from './control-fields.ts';
import { ControlError, createFields } from './control-fields.ts';
import { faultCommands } from './control-faults.ts';
import { marketCommands } from './control-market.ts';
import type { Exchange } from './exchange.ts';
import { isRecord } from './recording.ts';

/** Reads its fields, and returns what carries the command out and what that results in. */
export type Command = (fields: Fields) => () => unknown;

const MAX_BODY = 1_000_000;

/**
 * Answers `POST /__control` with `{"command": …}` (see README.md), and `GET /__control` with the
 * statistics and subscriptions. Only JSON is taken, which no foreign web page can send unasked.
 */
export function createControlServer(
  exchange: Exchange,
): (request: IncomingMessage, response: ServerResponse) => void {
  const commands = { ...faultCommands(exchange), ...marketCommands(exchange) };

  const carryOut = (body: string): unknown => {
    const message = parse(body);
    const name = String(message['command']);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) {
      const known = Object.keys(commands).toSorted().join(', ');
      throw new ControlError(
        `command: ${JSON.stringify(message['command'])}; allowed is one of ${known}`,
      );
    }
    const fields = createFields(message);
    const run = command(fields);
    fields.finish();
    return run() ?? null;
  };

  const post = async (request: IncomingMessage): Promise<unknown> => {
    if (request.headers['content-type']?.startsWith('application/json') !== true) {
      throw new ControlError('content-type: allowed is application/json');
    }
    request.setEncoding('utf8');
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > MAX_BODY) throw new ControlError(`body: longer than ${MAX_BODY}`);
    }
    return { ok: true, result: carryOut(body) };
  };

  const state = (): unknown => ({
    time: exchange.market.now(),
    subscriptions: exchange.subscriptions(),
    stats: exchange.stats,
  });

  return (request, response) => {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
      response.end(`${JSON.stringify(body)}\n`);
    };
    if (request.method === 'GET') {
      send(200, state());
    } else if (request.method === 'POST') {
      post(request).then(
        (body) => send(200, body),
        (error: unknown) => {
          const isBadInput = error instanceof ControlError || error instanceof RangeError;
          send(isBadInput ? 400 : 500, { ok: false, error: String(error).replace(/^\w+: /, '') });
        },
      );
    } else {
      send(405, { ok: false, error: 'method: allowed are GET and POST' });
    }
  };
}

function parse(body: string): Readonly<Record<string, unknown>> {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch {
    throw new ControlError(
      'body: not JSON; allowed is an object such as {"command": "terminateAll"}',
    );
  }
  if (!isRecord(message)) {
    throw new ControlError('body: allowed is an object such as {"command": "terminateAll"}');
  }
  return message;
}
