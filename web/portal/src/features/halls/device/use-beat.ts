import { useQuery } from '@tanstack/react-query';
import { sendBeat } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { text } from '../text.ts';

/** Until the first answer tells how often, ms. */
const atFirst = 30_000;
const softwareVersion = 'web 1';

/** Lets the platform know that this device lives, as often as it wants to hear; gives where the device stands. Screens without a key send nothing. */
export function useBeat(deviceKey: string | undefined) {
  return useQuery({
    queryKey: [sendBeat.id, deviceKey], enabled: deviceKey !== undefined, retry: false, staleTime: 0, refetchIntervalInBackground: true,
    queryFn: () => plainApi.call(sendBeat, { body: {
      deviceKey: deviceKey ?? '', status: 'normal', softwareVersion,
      selfChecks: [{ code: 'screen', name: text.device.screen, value: `${window.screen.width}×${window.screen.height}`, ok: true }],
    } }),
    refetchInterval: ({ state }) => (state.data ? state.data.beatSeconds * 1_000 : atFirst),
  });
}
