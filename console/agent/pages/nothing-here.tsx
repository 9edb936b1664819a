import { Link } from 'wouter';
import { useTexts } from '../texts/use-texts.tsx';

/** An address that leads nowhere, or that the person's role does not include. */
export function NothingHere() {
  const { texts } = useTexts();
  return (
    <div className="card">
      <h1>{texts.notFound}</h1>
      <p>{texts.notFoundNext}</p>
      <Link href="/" className="button">
        {texts.toStart}
      </Link>
    </div>
  );
}
