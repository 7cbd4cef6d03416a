import { createKey } from '@tongban/api-client';
import { Alert, App, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { text } from '../text.ts';
import { filesOfPages, takesPdf, type TakenPage } from './pages-to-files.ts';
import { useDeviceTask } from './use-device-task.ts';

const words = text.devices.camera;

interface ScanDialogProps { name: string; accept: readonly string[]; room: number; onClose: () => void; onFiles: (files: readonly File[]) => void }

/** The pages of one material: taken, looked at, turned, taken again, put in order, and uploaded together. */
export function ScanDialog({ name, accept, room, onClose, onFiles }: ScanDialogProps) {
  const { modal } = App.useApp();
  const [pages, setPages] = useState<readonly TakenPage[]>([]);
  const [at, setAt] = useState<string>();
  // Which page the next picture takes the place of.
  const again = useRef<string>(undefined);
  const [making, setMaking] = useState(false);
  const [failed, setFailed] = useState(false);
  const shown = pages.find(({ key }) => key === at) ?? pages.at(-1);
  const { busy, told, run } = useDeviceTask('camera', (client) => client.takePicture(), (picture) => {
    const key = createKey();
    const instead = again.current;
    setPages((before) => (before.some((page) => page.key === instead) ? before.map((page) => (page.key === instead ? { key, picture, turn: 0 } : page)) : [...before, { key, picture, turn: 0 }]));
    setAt(key);
  });
  const index = shown ? pages.indexOf(shown) : -1;
  const tooMany = !takesPdf(accept) && pages.length > room;
  const turn = (by: number) => setPages((before) => before.map((page) => (page === shown ? { ...page, turn: (page.turn + by + 360) % 360 } : page)));
  const move = (by: number) => setPages((before) => {
    if (!shown || index + by < 0 || index + by >= before.length) return before;
    const rest = before.filter((page) => page !== shown);
    return [...rest.slice(0, index + by), shown, ...rest.slice(index + by)];
  });
  const finish = async () => {
    if (tooMany || pages.length === 0) return;
    setMaking(true);
    setFailed(false);
    try {
      onFiles(await filesOfPages(pages, name, accept));
    } catch {
      setFailed(true);
    } finally {
      setMaking(false);
    }
  };
  const leave = () => {
    if (pages.length === 0) onClose();
    else modal.confirm({ title: words.lose, okText: words.cancel, okButtonProps: { danger: true }, onOk: onClose });
  };
  return (
    <Modal
      open width={820} title={words.title(name)} onCancel={leave} mask={{ closable: false }}
      footer={<><Button onClick={leave}>{words.cancel}</Button><Button type="primary" disabled={pages.length === 0 || tooMany} loading={making} onClick={() => { void finish(); }}>{words.done(pages.length)}</Button></>}
    >
      <div className="scan">
        <div className="scan__page">{shown ? <Picture page={shown} alt={words.page(index + 1)} /> : <p className="muted">{words.none}</p>}</div>
        <div className="scan__side">
          <Button type={pages.length === 0 ? 'primary' : 'default'} autoFocus loading={busy} onClick={() => { again.current = undefined; void run(); }}>{busy ? words.taking : words.take}</Button>
          {told ? <Alert type="warning" showIcon title={told} /> : null}
          {tooMany ? <Alert type="warning" showIcon title={words.room(room)} /> : null}
          {failed ? <Alert type="error" showIcon title={words.failed} /> : null}
          {shown ? (
            <div className="scan__acts">
              <Button size="small" onClick={() => turn(-90)}>{words.left}</Button><Button size="small" onClick={() => turn(90)}>{words.right}</Button>
              <Button size="small" disabled={index === 0} onClick={() => move(-1)}>{words.before}</Button><Button size="small" disabled={index === pages.length - 1} onClick={() => move(1)}>{words.after}</Button>
              <Button size="small" disabled={busy} onClick={() => { again.current = shown.key; void run(); }}>{words.retake}</Button>
              <Button size="small" danger onClick={() => { setPages((before) => before.filter((page) => page !== shown)); }}>{words.remove}</Button>
            </div>
          ) : null}
          <ol className="scan__pages">
            {pages.map((page, place) => (
              <li key={page.key}>
                <button type="button" className={page === shown ? 'is-active' : ''} aria-label={words.page(place + 1)} aria-pressed={page === shown} onClick={() => setAt(page.key)}>
                  <Picture page={page} alt="" /><span className="small">{place + 1}</span>
                </button>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </Modal>
  );
}

function Picture({ page: { picture, turn }, alt }: { page: TakenPage; alt: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address === undefined ? null : <img src={address} alt={alt} data-turn={turn} style={{ rotate: `${turn}deg` }} />;
}
