import { DeleteOutlined, LoadingOutlined, PaperClipOutlined } from '@ant-design/icons';
import { createKey } from '@tongban/api-client';
import type { Problem } from '@tongban/contract-kit';
import { uploadFile } from '@tongban/server/src/kernel/files/contract.ts';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { api, problemOf } from '../api.ts';
import { Scan } from '../devices/Scan.tsx';
import { text } from '../text.ts';
import { formatSize } from './format-size.ts';
import type { Uploads } from './use-uploads.ts';
import './files.css';

/** A file the server holds. */
export interface KeptFile {
  id: string;
  name: string;
  size: number;
  mediaType?: string;
}

interface FileUploadsProps {
  id?: string;
  files: readonly KeptFile[];
  onChange: (files: readonly KeptFile[]) => void;
  maxFiles: number;
  /** Extensions without the dot; every kind when empty. */
  accept?: readonly string[];
  label: string;
  onOpen?: (file: KeptFile) => void;
  /** Told while files are on their way, so that the form waits for them. */
  uploads?: Uploads;
  /** Name of the material, where pages may be taken from the camera on the desk (高拍仪), too. */
  scans?: string;
}

interface Pending {
  key: string;
  file: File;
  problem: Problem | undefined;
}

const limit = 20 * 1024 * 1024;
const words = text.files;

/** Uploads files one by one; a refused one stays with its reason and can be tried again. */
export function FileUploads({ id: given, files, onChange, maxFiles, accept = [], label, onOpen, uploads, scans }: FileUploadsProps) {
  const own = useId();
  const id = given ?? own;
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [over, setOver] = useState(false);
  const latest = useRef(files);
  latest.current = files;
  const report = uploads?.report;
  const uploading = pending.some(({ problem }) => !problem);
  useEffect(() => {
    report?.(id, uploading);
    return () => report?.(id, false);
  }, [report, id, uploading]);

  function update(key: string, problem: Problem | undefined) {
    setPending((before) => before.map((one) => (one.key === key ? { ...one, problem } : one)));
  }
  async function send(one: Pending) {
    update(one.key, undefined);
    if (one.file.size > limit) return update(one.key, { type: '', status: 0, kind: 'invalid', code: 'too-big', title: words.tooBig, traceId: '' });
    const form = new FormData();
    form.append('file', one.file);
    try {
      const { id: fileId, name, size, mediaType } = await api.upload(uploadFile, {}, form);
      setPending((before) => before.filter(({ key }) => key !== one.key));
      latest.current = [...latest.current, { id: fileId, name, size, mediaType }];
      onChange(latest.current);
    } catch (error) {
      update(one.key, problemOf(error));
    }
  }
  const room = Math.max(0, maxFiles - files.length - pending.length);
  async function add(chosen: Iterable<File> | null) {
    const added = [...(chosen ?? [])].slice(0, Math.max(0, maxFiles - latest.current.length - pending.length)).map((file): Pending => ({ key: createKey(), file, problem: undefined }));
    setPending((before) => [...before, ...added]);
    for (const one of added) await send(one);
  }

  return (
    <div className="upload">
      {files.map((file) => (
        <div key={file.id} className="upload__file">
          <PaperClipOutlined className="faint" />
          <span className="upload__name">
            {onOpen ? (
              <Button type="link" size="small" onClick={() => onOpen(file)}>
                {file.name}
              </Button>
            ) : (
              file.name
            )}
          </span>
          <span className="faint number">{formatSize(file.size)}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={`${words.remove} ${file.name}`}
            onClick={() => onChange(files.filter((one) => one.id !== file.id))}
          />
        </div>
      ))}
      {pending.map((one) => (
        <div key={one.key} className={one.problem ? 'upload__file is-failed' : 'upload__file'} role={one.problem ? 'alert' : 'status'}>
          {one.problem ? null : <LoadingOutlined />}
          <span className="upload__name">{one.file.name}</span>
          {one.problem ? (
            <>
              <Button
                size="small"
                type="link"
                onClick={() => {
                  void send(one);
                }}
              >
                {words.retry}
              </Button>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`${words.remove} ${one.file.name}`}
                onClick={() => setPending((before) => before.filter(({ key }) => key !== one.key))}
              />
              <p style={{ flexBasis: '100%' }}>
                {one.problem.title}
                {one.problem.detail ? `。${one.problem.detail}` : ''}
              </p>
            </>
          ) : (
            <span className="faint">{words.uploading}</span>
          )}
        </div>
      ))}
      {scans === undefined ? null : <Scan name={scans} accept={accept} room={room} onFiles={(taken) => { void add(taken); }} />}
      {room > 0 ? (
        <label
          className={over ? 'upload__drop is-over' : 'upload__drop'}
          htmlFor={id}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void add(event.dataTransfer.files);
          }}
        >
          {words.drop}
          <input
            id={id}
            type="file"
            className="visually-hidden"
            aria-label={label}
            multiple={maxFiles > 1}
            {...(accept.length > 0 ? { accept: accept.map((one) => `.${one}`).join(',') } : {})}
            onChange={(event) => {
              void add(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
      ) : null}
    </div>
  );
}
