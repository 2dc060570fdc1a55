import { useParams } from '@tanstack/react-router';
import { TryItPage } from './TryItPage';

/** Another workflow is another page: nothing of the one before stays. */
export function TryItRoute() {
  const { name } = useParams({ from: '/workflows/$name' });
  return <TryItPage key={name} name={name} />;
}
