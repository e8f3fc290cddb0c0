/** What is known of the device and of how the app was opened. */
export interface Platform {
  /** Opened as an installed app, in a window of its own. */
  readonly isInstalled: boolean;
  /** iPhone, iPad or iPod. */
  readonly isIos: boolean;
}

/** The parts of `window` and `navigator` that tell. */
export interface PlatformSource {
  readonly userAgent: string;
  readonly platform: string;
  readonly maxTouchPoints: number;
  /** Safari's own word; undefined elsewhere. */
  readonly standalone: boolean | undefined;
  matches(mediaQuery: string): boolean;
}

const APP_WINDOW =
  '(display-mode: standalone), (display-mode: minimal-ui), ' +
  '(display-mode: window-controls-overlay), (display-mode: fullscreen)';

export function detectPlatform(source: PlatformSource): Platform {
  const isIpadAsMac = source.platform === 'MacIntel' && source.maxTouchPoints > 1;
  return {
    isInstalled: source.standalone === true || source.matches(APP_WINDOW),
    // iPadOS calls itself a Mac, but no Mac has a touch screen.
    isIos: /iPhone|iPad|iPod/.test(source.userAgent) || isIpadAsMac,
  };
}

export function browserPlatform(): Platform {
  const { userAgent, platform, maxTouchPoints } = navigator;
  return detectPlatform({
    userAgent,
    platform,
    maxTouchPoints,
    standalone: 'standalone' in navigator ? navigator.standalone === true : undefined,
    matches: (query) => matchMedia(query).matches,
  });
}
