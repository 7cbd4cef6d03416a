import { Button } from 'antd';
import { useEffect, useRef, type PointerEvent } from 'react';
import { text } from '../text.ts';
import { useDeviceTask } from './use-device-task.ts';
import './devices.css';

const { devices } = text;
const words = devices.pad;
/** Pixels of the picture; the box is scaled to its place. */
const size = { width: 900, height: 300 };

/** Somebody signs here by finger, pen or mouse, or on the pad on the desk; gives the picture after every stroke. */
export function SignaturePad({ lead, onChange }: { lead: string; onChange: (picture: Blob | undefined) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number }>(undefined);
  const giveUp = useRef<AbortController>(undefined);
  const pad = useDeviceTask('signature-pad', (client) => {
    giveUp.current = new AbortController();
    return client.sign(giveUp.current.signal);
  }, async (picture) => {
    if (!canvas.current) return;
    const image = await createImageBitmap(picture);
    blank(canvas.current);
    canvas.current.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    tell();
  });
  // Nobody waits for a signature on a page that was left.
  useEffect(() => () => giveUp.current?.abort(), []);
  useEffect(() => { if (canvas.current) blank(canvas.current); }, []);

  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * size.width, y: ((event.clientY - box.top) / box.height) * size.height };
  };
  const tell = () => canvas.current?.toBlob((picture) => onChange(picture ?? undefined), 'image/png');
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = at(event);
    draw(event.currentTarget, last.current, last.current);
  };
  const go = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current) return;
    const next = at(event);
    draw(event.currentTarget, last.current, next);
    last.current = next;
  };
  const end = () => {
    if (!last.current) return;
    last.current = undefined;
    tell();
  };
  const clear = () => {
    if (canvas.current) blank(canvas.current);
    onChange(undefined);
  };
  return (
    <div className="signature-pad">
      <p className="muted">{lead}</p>
      <canvas ref={canvas} {...size} role="img" aria-label={words.name} onPointerDown={begin} onPointerMove={go} onPointerUp={end} onPointerCancel={end} />
      <div className="signature-pad__acts">
        <Button onClick={clear}>{words.clear}</Button>
        {pad.offered ? <Button loading={pad.busy} onClick={() => { void pad.run(); }}>{devices.signPad}</Button> : null}
        {pad.busy ? <Button onClick={() => giveUp.current?.abort()}>{devices.stopSigning}</Button> : null}
        <span className={pad.told ? 'device-act__told is-trouble small' : 'device-act__told small'} role="status">{pad.busy ? devices.signing : pad.told ?? ''}</span>
      </div>
    </div>
  );
}

function blank(canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size.width, size.height);
}

function draw(canvas: HTMLCanvasElement, from: { x: number; y: number }, to: { x: number; y: number }): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.strokeStyle = '#111111';
  pen.lineWidth = 5;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x + 0.01, to.y);
  pen.stroke();
}
