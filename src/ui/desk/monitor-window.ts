/** Small windows that stay on top: Document Picture-in-Picture, where the browser has it. */
interface PictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: PictureInPicture;
  }
}

export function canOpenMonitor(): boolean {
  return 'documentPictureInPicture' in window;
}

/** Needs a gesture of the user. Rejects where the browser refuses; one that is open is closed first. */
export async function openMonitorWindow(width: number, height: number): Promise<Window> {
  const windows = window.documentPictureInPicture;
  if (!windows) throw new Error('this browser has no such windows');
  const opened = await windows.requestWindow({ width, height });
  opened.document.documentElement.lang = document.documentElement.lang;
  const { palette } = document.documentElement.dataset;
  if (palette) opened.document.documentElement.dataset['palette'] = palette;
  // Style sheets are fetched by their address: the policy of the page allows no others.
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) {
    opened.document.head.append(sheet.cloneNode());
  }
  return opened;
}
