import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { text } from '../text.ts';
import { ScanDialog } from './ScanDialog.tsx';
import { useDeviceTask } from './use-device-task.ts';
import './devices.css';

interface ScanProps {
  /** Name of the material, which becomes that of the file. */
  name: string;
  accept: readonly string[];
  /** How many more files the material may have. */
  room: number;
  onFiles: (files: readonly File[]) => void;
}

/** Takes a material page by page from the camera on the desk; nothing where no camera is used. */
export function Scan({ name, accept, room, onFiles }: ScanProps) {
  const [open, setOpen] = useState(false);
  const { offered, told } = useDeviceTask('camera', (client) => client.takePicture(), () => undefined);
  if (!offered || room < 1) return null;
  return (
    <div className="device-act">
      <Button size="small" icon={<CameraOutlined />} aria-label={`${text.devices.scan} ${name}`} onClick={() => setOpen(true)}>{text.devices.scan}</Button>
      {told && !open ? <span className="device-act__told is-trouble small" role="status">{told}</span> : null}
      {open ? <ScanDialog name={name} accept={accept} room={room} onClose={() => setOpen(false)} onFiles={(files) => { setOpen(false); onFiles(files); }} /> : null}
    </div>
  );
}
