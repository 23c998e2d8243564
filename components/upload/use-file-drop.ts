'use client'

import { useEffect, useState, type RefObject } from 'react'
import { carriesFiles, droppedFiles } from './dropped-files'

/** Takes files dropped on an element, or anywhere on the page where `target` is null; tells whether some hover over it. */
export function useFileDrop(
  target: RefObject<HTMLElement | null> | null,
  onFiles: (files: File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const place: HTMLElement | Document | null = target ? target.current : document
    if (!place) return
    let depth = 0
    const change = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0)
    }
    const on = (type: string, act: (event: DragEvent) => void) => {
      const listener = (event: Event) => {
        const drag = event as DragEvent
        if (!carriesFiles(drag)) return
        drag.preventDefault()
        act(drag)
      }
      place.addEventListener(type, listener)
      return () => place.removeEventListener(type, listener)
    }
    const offs = [
      on('dragenter', () => change(1)),
      on('dragleave', () => change(-1)),
      on('dragover', (event) => {
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      }),
      on('drop', (event) => {
        change(-depth)
        void droppedFiles(event).then((files) => {
          if (files.length > 0) onFiles(files)
        })
      }),
    ]
    return () => offs.forEach((off) => off())
  }, [target, onFiles])
  return over
}
