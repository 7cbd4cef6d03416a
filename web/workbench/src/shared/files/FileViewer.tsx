import { DownloadOutlined, ExportOutlined, RotateRightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin, Tooltip } from 'antd';
import { useEffect, useState, type Ref } from 'react';
import { problemOf } from '../api.ts';
import { Empty } from '../list/Empty.tsx';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';
import { text } from '../text.ts';
import './files.css';

interface FileViewerProps {
  /** What the file is, unique among files. */
  fileKey: string;
  name: string;
  load: () => Promise<Blob>;
  /** The frame that a PDF is shown in, to print it. */
  frame?: Ref<HTMLIFrameElement>;
}

const words = text.files.viewer;

/** Shows a PDF or an image beside what is being judged; other kinds are offered for download. */
export function FileViewer({ fileKey, name, load, frame }: FileViewerProps) {
  const file = useQuery({
    queryKey: ['file', fileKey],
    queryFn: load,
    staleTime: Infinity,
    gcTime: 120_000,
    refetchOnWindowFocus: false,
    structuralSharing: false,
  });
  const url = useObjectUrl(file.data);
  if (file.error)
    return (
      <div className="query-problem">
        <ProblemAlert
          problem={problemOf(file.error)}
          onRetry={() => {
            void file.refetch();
          }}
        />
      </div>
    );
  if (!file.data || !url)
    return (
      <div className="viewer__centre">
        <Spin description={words.loading} />
      </div>
    );
  if (file.data.type.startsWith('application/pdf')) return <iframe ref={frame} className="viewer__pdf" src={`${url}#view=FitH&navpanes=0`} title={name} />;
  if (/^image\/(png|jpe?g|webp|gif|bmp)/.test(file.data.type)) return <ImageViewer key={fileKey} url={url} name={name} />;
  return (
    <div className="viewer__centre">
      <Empty
        title={words.noPreview}
        action={
          <Button icon={<DownloadOutlined />} href={url} download={name}>
            {words.download}
          </Button>
        }
      >
        {words.noPreviewDetail}
      </Empty>
    </div>
  );
}

/** How long a document that was turned away from may still be read by the browser's viewer. */
const lingering = 30_000;

/** An address of the blob, of this very one: never of the document shown before. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [made, setMade] = useState<{ blob: Blob; url: string }>();
  useEffect(() => {
    if (!blob) return undefined;
    const url = URL.createObjectURL(blob);
    setMade({ blob, url });
    return () => {
      setTimeout(() => URL.revokeObjectURL(url), lingering);
    };
  }, [blob]);
  return made && made.blob === blob ? made.url : undefined;
}

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

function ImageViewer({ url, name }: { url: string; name: string }) {
  const [zoom, setZoom] = useState(1);
  const [turn, setTurn] = useState(0);
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    setSize(undefined);
  }, [url]);
  const step = (direction: 1 | -1) =>
    setZoom((before) => steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(before) + direction))] ?? before);
  const sideways = turn % 180 !== 0;
  const ratio = size ? size.height / size.width : 1;
  return (
    <div className="viewer">
      <div className="viewer__tools" role="toolbar" aria-label={name}>
        <span className="viewer__name">{name}</span>
        <Tooltip title={words.zoomOut}>
          <Button size="small" type="text" icon={<ZoomOutOutlined />} aria-label={words.zoomOut} onClick={() => step(-1)} />
        </Tooltip>
        <Button size="small" type="text" onClick={() => setZoom(1)} aria-label={words.fit}>
          {Math.round(zoom * 100)}%
        </Button>
        <Tooltip title={words.zoomIn}>
          <Button size="small" type="text" icon={<ZoomInOutlined />} aria-label={words.zoomIn} onClick={() => step(1)} />
        </Tooltip>
        <Tooltip title={words.rotate}>
          <Button
            size="small"
            type="text"
            icon={<RotateRightOutlined />}
            aria-label={words.rotate}
            onClick={() => setTurn((before) => before + 90)}
          />
        </Tooltip>
        <Tooltip title={words.newTab}>
          <Button size="small" type="text" icon={<ExportOutlined />} aria-label={words.newTab} href={url} target="_blank" />
        </Tooltip>
        <Tooltip title={words.download}>
          <Button size="small" type="text" icon={<DownloadOutlined />} aria-label={words.download} href={url} download={name} />
        </Tooltip>
      </div>
      <div className="viewer__stage">
        <div className="viewer__sheet" style={{ width: `${zoom * 100}%`, ...(sideways ? { aspectRatio: `${ratio} / ${1}` } : {}) }}>
          <img
            src={url}
            alt={name}
            onLoad={({ currentTarget }) => setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
            style={
              sideways
                ? {
                    position: 'absolute',
                    top: '50%',
                    left: '50%',
                    height: '100%',
                    aspectRatio: `${1 / ratio}`,
                    width: 'auto',
                    maxWidth: 'none',
                    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
                  }
                : { width: '100%', transform: `rotate(${turn}deg)` }
            }
          />
        </div>
      </div>
    </div>
  );
}
