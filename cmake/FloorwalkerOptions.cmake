# How every target of ours is compiled (floorwalker_options), and how strictly (floorwalker_warnings).
# Both are for the build only and are not exported to users of the installed package.

add_library(floorwalker_options INTERFACE)
target_include_directories(
    floorwalker_options INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/include)
target_compile_definitions(floorwalker_options INTERFACE FLOORWALKER_VERSION="${PROJECT_VERSION}")

# A fused multiply-add rounds once where two operations round twice, and where the compiler fuses depends on
# the optimisation level. A run's digest must not.
target_compile_options(floorwalker_options INTERFACE -ffp-contract=off)

# Two 64-bit stores joined to one vector make the next 64-bit load of either wait: the event list is slower by a tenth.
target_compile_options(floorwalker_options INTERFACE -fno-tree-slp-vectorize)

# The standard library checks its preconditions too wherever our assertions are on.
target_compile_definitions(floorwalker_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(FLOORWALKER_SANITIZE)
    # -g1: findings name their functions and lines. All of -g takes up to twice as long to compile, and -O1 half as long
    # again as -Og.
    target_compile_options(
        floorwalker_options
        INTERFACE -Og -g1 -fno-omit-frame-pointer -fsanitize=${FLOORWALKER_SANITIZE} -fno-sanitize-recover=all)
    target_link_options(floorwalker_options INTERFACE -fsanitize=${FLOORWALKER_SANITIZE})
endif()

add_library(floorwalker_warnings INTERFACE)
if(FLOORWALKER_DEV)
    target_compile_options(
        floorwalker_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
    # GCC 12 sees overlaps and overflows in std::string's operator+ that cannot be (GCC bugs 105651, 105329).
    target_compile_options(floorwalker_warnings INTERFACE -Wno-restrict -Wno-stringop-overflow)
    if(FLOORWALKER_SANITIZE)
        # The checks that sanitizers insert make this warning see paths that are not there.
        target_compile_options(floorwalker_warnings INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
