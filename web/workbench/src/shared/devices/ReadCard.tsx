import { IdcardOutlined } from '@ant-design/icons';
import type { IdentityCard } from '@tongban/server/src/kernel/window-devices/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { formatDate, today } from '../format/dates.ts';
import { useShortcut } from '../keyboard/shortcuts.ts';
import { text } from '../text.ts';
import { useDeviceTask } from './use-device-task.ts';
import './devices.css';

const words = text.devices;

/** Reads the identity card on the reader (Alt+R); says who was read, or how to go on by hand. Nothing where no reader is used. */
export function ReadCard({ onCard, label = words.readCard }: { onCard: (card: IdentityCard) => void; /** Whose card it is, where not of the one the page is about. */ label?: string }) {
  const [read, setRead] = useState<IdentityCard>();
  const { offered, busy, told, run } = useDeviceTask('card-reader', (client) => client.readCard(), (card) => {
    setRead(card);
    onCard(card);
  });
  useShortcut({ keys: ['Alt+R'], label, scope: 'here', whileTyping: true }, offered ? () => { void run(); } : undefined);
  if (!offered) return null;
  const validTo = read?.validTo ?? null;
  const expired = validTo !== null && validTo < today();
  return (
    <div className="device-act">
      <Button icon={<IdcardOutlined />} loading={busy} onClick={() => { void run(); }}>{label} <kbd>Alt+R</kbd></Button>
      {read && !told && !busy ? <CardFace card={read} /> : null}
      <span className={told ? 'device-act__told is-trouble small' : 'device-act__told small'} role="status">
        {busy ? words.reading : told ?? (read ? words.cardRead(read.name) : '')}
      </span>
      {expired && !told ? <span className="device-act__told is-trouble small" role="alert">{words.expired(formatDate(validTo))}</span> : null}
    </div>
  );
}

/** The photo of the card, to be compared with the face at the counter. */
function CardFace({ card: { photo, name } }: { card: IdentityCard }) {
  return photo === null ? null : <img className="device-act__photo" src={`data:image/${photo.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${photo}`} alt={name} />;
}
