import { defineOperation, Id, Text, Type } from '@tongban/contract-kit';
import { RatingInput } from '../../ratings/contract.ts';
import { DeviceKey } from '../devices/contract.ts';
import { TicketView } from '../contract.ts';
import { Desk } from '../windows.contract.ts';

export const rateVisit = defineOperation({
  id: 'halls.rate-visit', method: 'POST', path: '/api/v1/hall-visit-ratings', permission: 'public', status: 201, summary: '在窗口评价器上评价刚办结的这次服务，凭设备密钥；一次服务评价一次，不评不算',
  body: Type.Object({ deviceKey: DeviceKey, number: Text(8, { minLength: 2 }), rating: RatingInput }), response: Type.Object({ number: Type.String() }),
});

export const registerFromTicket = defineOperation({
  id: 'halls.register-from-ticket', method: 'POST', path: '/api/v1/hall-windows/:windowId/registrations', permission: 'halls.window.call', summary: '把刚建立的登记记到手上的号；提交后办件编号写回这个号', params: Type.Object({ windowId: Id }),
  body: Type.Object({ ticketId: Id, draftId: Id }), response: Desk,
});

export const checkInByCode = defineOperation({
  id: 'halls.check-in-by-code', method: 'POST', path: '/api/v1/halls/:hallId/check-ins', permission: 'public', status: 201, summary: '在取号机上凭预约码签到取号，凭设备密钥；按预约的时间排队', params: Type.Object({ hallId: Id }),
  body: Type.Object({ deviceKey: DeviceKey, code: Text(8, { pattern: '^[0-9]{8}$' }), priorityGroup: Type.Optional(Text(30)) }), response: TicketView,
});
