/** One event as it goes out, in both forms. */
export interface Frame {
  readonly stream: string;
  /** For `/ws` connections: the bare payload. */
  readonly raw: string;
  /** For `/stream` connections: `{"stream":…,"data":…}`, in this order. */
  readonly combined: string;
}

/** The frame of a payload that is already text. */
export function frameOf(stream: string, payload: string): Frame {
  return {
    stream,
    raw: payload,
    combined: `{"stream":${JSON.stringify(stream)},"data":${payload}}`,
  };
}

/** Announces that the server goes away soon; it belongs to every connection, subscribed or not. */
export function serverShutdownFrame(eventTime: number): Frame {
  return frameOf('!serverShutdown', JSON.stringify({ e: 'serverShutdown', E: eventTime }));
}
