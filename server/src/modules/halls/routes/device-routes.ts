import { handle } from '../../../kernel/module/index.ts';
import * as contract from '../devices/contract.ts';
import { exportDeviceDays, getDeviceDay, listDeviceDays } from '../devices/device-days.ts';
import { reportFault, stepFault } from '../devices/faults.ts';
import { listDeskDevices, listDevices, listFaults, viewFault } from '../devices/list-devices.ts';
import { takeBeat } from '../devices/receive-beat.ts';
import { changeDevice, issueDeviceKey, registerDevice, revokeDeviceKey, saveDeviceEntry, saveDeviceRules } from '../devices/register-device.ts';

export const deviceRoutes = [
  handle(contract.sendBeat, (ctx, { body }) => takeBeat(ctx, body)),
  handle(contract.listDevices, (ctx, { params }) => listDevices(ctx, params.hallId)),
  handle(contract.registerDevice, (ctx, { params, body }) => registerDevice(ctx, params.hallId, body)),
  handle(contract.changeDevice, async (ctx, { params, body }) => listDevices(ctx, await changeDevice(ctx, params.deviceId, body))),
  handle(contract.issueDeviceKey, (ctx, { params }) => issueDeviceKey(ctx, params.deviceId)),
  handle(contract.revokeDeviceKey, async (ctx, { params }) => listDevices(ctx, await revokeDeviceKey(ctx, params.deviceId))),
  handle(contract.saveDeviceRules, async (ctx, { params, body }) => {
    await saveDeviceRules(ctx, params.hallId, body);
    return listDevices(ctx, params.hallId);
  }),
  handle(contract.saveDeviceEntry, (ctx, { params, body }) => saveDeviceEntry(ctx, params.list, { code: params.code, ...body })),
  handle(contract.listFaults, (ctx, { params, query }) => listFaults(ctx, params.hallId, query)),
  handle(contract.listDeskDevices, (ctx) => listDeskDevices(ctx)),
  handle(contract.reportFault, (ctx, { params, body }) => reportFault(ctx, params.deviceId, body)),
  handle(contract.stepFault, async (ctx, { params, body }) => {
    await stepFault(ctx, params.faultId, body);
    return viewFault(ctx, params.faultId);
  }),
  handle(contract.listDeviceDays, (ctx, { params, query }) => listDeviceDays(ctx, params.hallId, query)),
  handle(contract.getDeviceDay, (ctx, { params }) => getDeviceDay(ctx, params.hallId, params.day)),
  handle(contract.exportDeviceDays, (ctx, { params, query }) => exportDeviceDays(ctx, params.hallId, query)),
];
