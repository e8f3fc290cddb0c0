import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Device } from './device.ts';

/** Gives the buttons their device, so that they need no props and tests can give a fake one. */
export const DeviceContext = createContext<Device | null>(null);

/** @throws if there is no `<DeviceContext.Provider>` above: a mistake in the wiring. */
export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (device === null) throw new Error('DeviceContext is missing');
  return device;
}
