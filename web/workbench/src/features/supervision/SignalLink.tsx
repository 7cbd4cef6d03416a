import { Navigate, useParams } from 'react-router';
import { links } from '../../shared/links.ts';

/** The address that messages give of a signal: leads to it on the board. */
export function SignalLink() {
  const { signalId } = useParams();
  return <Navigate to={links.signal(signalId ?? '')} replace />;
}
