import { Alert } from 'antd';
import { text } from '../text.ts';
import './versions.css';

const words = text.versions;

interface ObstaclesProps<O> { obstacles: readonly O[]; shown: boolean; onGo: (obstacle: O) => void; onClose: () => void }

/** What keeps a draft from being published, each leading to its place; it gets shorter while it is mended. */
export function Obstacles<O extends { readonly message: string }>({ obstacles, shown, onGo, onClose }: ObstaclesProps<O>) {
  if (!shown) return null;
  if (obstacles.length === 0) return <Alert type="success" showIcon title={words.ready} closable={{ onClose }} />;
  return (
    <Alert
      type="warning" showIcon role="alert" title={words.blocked(obstacles.length)} closable={{ onClose }}
      description={<ol className="obstacle-list">{obstacles.slice(0, 50).map((obstacle, index) => <li key={index}><button type="button" className="link-button" onClick={() => onGo(obstacle)}>{obstacle.message}</button></li>)}</ol>}
    />
  );
}
