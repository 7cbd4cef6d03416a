import type { IssuedKey } from '@tongban/server/src/modules/halls/devices/contract.ts';
import { Alert, Button, Modal } from 'antd';
import { CopyText } from '../../../shared/CopyText.tsx';
import { text } from '../text.ts';

const words = text.devices;

/** The key of a device, shown once; with the page that the device opens, if there is one for it. */
export function KeyDialog({ issued: { deviceKey, url }, onClose }: { issued: IssuedKey; onClose: () => void }) {
  return (
    <Modal open title={words.keyTitle} footer={<Button type="primary" onClick={onClose}>{words.keyDone}</Button>} onCancel={onClose} mask={{ closable: false }} width={560}>
      <div className="hall-form">
        <Alert type="warning" showIcon title={words.keyOnce} />
        {url === null ? null : (
          <>
            <span className="hall-key__label">{words.keyUrl}</span>
            <span className="hall-key"><CopyText value={url} /></span>
            <p className="muted">{words.keyUrlLead}</p>
          </>
        )}
        <span className="hall-key__label">{words.key}</span>
        <span className="hall-key"><CopyText value={deviceKey} /></span>
        {url === null ? <p className="muted">{words.keyLead}</p> : null}
      </div>
    </Modal>
  );
}
