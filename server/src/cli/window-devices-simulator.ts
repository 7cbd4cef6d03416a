import { checkIdentityDocument } from '@tongban/identifiers';
import { chinaDate, systemClock } from '../kernel/clock/index.ts';
import { runSimulator } from '../kernel/engines/index.ts';
import { createWindowDevicesSimulator } from '../kernel/window-devices/index.ts';
import { demoCitizens } from '../seed/identity/demo-citizens.ts';

/** The cards of the demonstration city's citizens. */
const cards = demoCitizens.flatMap(({ name, documentType, documentNumber }) => {
  const read = checkIdentityDocument(documentType, documentNumber, chinaDate(systemClock.now()));
  return documentType === '111' && read.ok ? [{ name, number: documentNumber, sex: read.sex === 'female' ? '女' : '男', birthDate: read.birthDate ?? '' }] : [];
});

/** `node scripts/run.mjs window-devices-simulator [--port 18600] [--card NAME] [--origin URL,URL]`: card reader, camera, signature pad and printer of a clerk's computer, with the cards of the demonstration city. */
void runSimulator({
  name: '窗口设备模拟器', port: '18600', options: ['card', 'origin'], hint: `在工作台右上角“窗口设备”中启用；读卡器上可以放的证：${cards.map(({ name }) => name).join('、')}`,
  make: ({ card, origin }) => createWindowDevicesSimulator({
    cards: card === undefined ? cards : cards.toSorted((one, other) => Number(other.name === card) - Number(one.name === card)), origins: origin === undefined ? [] : origin.split(','),
  }),
});
