import {
  createContext,
  useContext,
  useEffect,
  useReducer,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';

/** What is said where a part could not be fetched, and the button that tries again. */
export const NotFetchedContext = createContext({ text: '', again: '' });

/**
 * A part of the page that is fetched when it is first drawn, and stays in the page from then on. Where it cannot be had,
 * as on a train, it says so in its place and can be tried again; everything else goes on.
 *
 * @param meanwhile what is drawn until it has come
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: (props: Props) => ReactNode = () => null,
): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [, drawAgain] = useReducer((n: number) => n + 1, 0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part || failed) return;
      load().then(
        (loaded) => {
          Part = loaded;
          drawAgain();
        },
        () => setFailed(true),
      );
    }, [failed]);
    if (Part) return <Part {...props} />;
    return (
      <>
        {failed && <NotFetched again={() => setFailed(false)} />}
        {meanwhile(props)}
      </>
    );
  };
}

function NotFetched({ again }: { readonly again: () => void }) {
  const words = useContext(NotFetchedContext);
  return (
    <p role="alert" className="not-fetched">
      {words.text}{' '}
      <button type="button" className="button" onClick={again}>
        {words.again}
      </button>
    </p>
  );
}
