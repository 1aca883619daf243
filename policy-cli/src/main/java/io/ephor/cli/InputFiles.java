package io.ephor.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files that a command line names. */
final class InputFiles {
    private final Surroundings surroundings;
    private byte @Nullable [] standardInput;

    InputFiles(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    boolean isFolder(String path) {
        try {
            return !path.isEmpty() && Files.isDirectory(surroundings.resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns the YAML files of a folder and of those below it that are not hidden, sorted by path. */
    List<String> yamlFilesBelow(String folder) throws CommandFault {
        Path root = surroundings.resolve(folder);
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean hidden = !directory.equals(root) && isHidden(directory);
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isYaml(file) && !isHidden(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return names(folder, root, found);
    }

    /** Returns the YAML files of a folder, without those below it, sorted by name. */
    List<String> yamlFilesOf(String folder) throws CommandFault {
        Path root = surroundings.resolve(folder);
        try (Stream<Path> entries = Files.list(root)) {
            return names(folder, root, entries.filter(InputFiles::isYaml).toList());
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static List<String> names(String folder, Path root, List<Path> files) {
        String prefix = folder.endsWith("/") ? folder : folder + "/";
        return files.stream()
                .sorted()
                .map(file -> prefix + root.relativize(file))
                .toList();
    }

    private static boolean isYaml(Path file) {
        String name = name(file);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isHidden(Path file) {
        return name(file).startsWith(".");
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    /** Returns what a file is called in diagnostics. */
    String name(String path) {
        return path.equals(ApplyRequest.STANDARD_INPUT) ? "<stdin>" : path;
    }

    /** Returns the text of a file, or of the standard input for {@code -}. */
    String text(String path) throws CommandFault {
        try {
            return utf8(bytes(path));
        } catch (CharacterCodingException e) {
            throw new CommandFault("cannot read `" + path + "`: the text is not UTF-8");
        }
    }

    /** Returns the bytes of a file, or of the standard input for {@code -}. */
    byte[] bytes(String path) throws CommandFault {
        if (path.isEmpty()) {
            throw new CommandFault("cannot read ``: this is no path");
        }
        try {
            if (path.equals(ApplyRequest.STANDARD_INPUT)) {
                return standardInput();
            }
            return Files.readAllBytes(surroundings.resolve(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        } catch (InvalidPathException e) {
            throw new CommandFault("cannot read `" + path + "`: this is no path");
        } catch (OutOfMemoryError e) {
            throw new CommandFault("cannot read `" + path + "`: it is too big");
        }
    }

    /** The standard input can be read only once. */
    private byte[] standardInput() throws IOException {
        byte[] read = standardInput;
        if (read == null) {
            read = surroundings.in().readAllBytes();
            standardInput = read;
        }
        return read;
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private CommandFault unreadable(String path, IOException fault) {
        return new CommandFault("cannot read `" + path + "`: " + reason(path, fault));
    }

    private String reason(String path, IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "access is denied";
        }
        return isFolder(path) ? "it is a folder" : "reading failed";
    }
}
